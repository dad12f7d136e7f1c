import Foundation
import LegalText
import NoticeCorpus
import RuleEngine
import TestSupport
import Testing

@Suite("Taking the rules apart")
struct MutationTests {
    @Test("shows that a case misses every condition, group of terms and allow-phrase")
    func shippedRules() throws {
        let report = try ShippedRules.folder.get().mutations(of: nil, isThorough: false)
        #expect(report.failures.isEmpty)
        #expect(report.tried > 800)
        #expect(report.survivors.isEmpty, "\(report.survivors.map(\.description).joined(separator: "\n"))")
    }

    @Test("names the file and the line of a part that nothing misses")
    func survivors() throws {
        let copy = try RulesCopy()
        try copy.append(
            """
            review-if:
              - id: by-the-way
                when: {concept: fiat}
                reason: {zh: 甲, en: A}

            """,
            to: "yinfa-2026-42/helping-foreign-parties/rule.yaml"
        )
        let file = "lexicon/concepts/stablecoin.yaml"
        try copy.replace(
            "[\"stable coin-operated\"]",
            with: "[\"stable coin-operated\", \"no such stablecoin\"]",
            in: file
        )
        let report = try copy.rules.mutations(of: "yinfa-2026-42/helping-foreign-parties", isThorough: false)
        let rule = try #require(report.survivors.first { $0.summary.hasSuffix("review-if 'by-the-way'") })
        #expect(rule.location?.path.hasSuffix("helping-foreign-parties/rule.yaml") == true)
        let lines = try copy.text("yinfa-2026-42/helping-foreign-parties/rule.yaml").components(separatedBy: "\n")
        #expect(lines[try #require(rule.location?.line) - 1].hasPrefix("  - id: by-the-way"))

        let all = try copy.rules.mutations(of: nil, isThorough: false)
        let phrase = try #require(all.survivors.first { $0.summary.contains("'no such stablecoin'") })
        #expect(phrase.location?.path.hasSuffix(file) == true)
    }

    @Test("says which parts a lost case leaves without one")
    func lostCases() throws {
        let copy = try RulesCopy()
        let file = "yinfa-2026-42/mining/cases.yaml"
        let cases = try copy.text(file)
        try copy.write(cases.components(separatedBy: "- case: ").prefix(3).joined(separator: "- case: "), to: file)
        let report = try copy.rules.mutations(of: "yinfa-2026-42/mining", isThorough: false)
        #expect(
            report.survivors.contains { $0.summary.contains("mining: no case fails without review-if 'talks-about'") }
        )
    }

    @Test("tries single terms where that is asked, and knows no rule that isn't there")
    func scope() throws {
        let folder = try ShippedRules.folder.get()
        let plain = try folder.mutations(of: "yinfa-2026-42/mining", isThorough: false)
        let thorough = try folder.mutations(of: "yinfa-2026-42/mining", isThorough: true)
        #expect(plain.tried > 10)
        #expect(thorough.tried > plain.tried)
        #expect(
            try folder.mutations(of: "yinfa-2026-42/minning", isThorough: false).failures.map(\.id) == ["mutation/none"]
        )
    }
}

@Suite("Trying cases in other dress")
struct DressingTests {
    @Test("tells the case, the dress, what was expected and what came out")
    func failure() throws {
        let copy = try RulesCopy()
        let file = "yinfa-2026-42/registration-terms/cases.yaml"
        let cases = try copy.text(file)
        try copy.write(
            cases.split(separator: "\n").filter { !$0.hasPrefix("  disguises:") }.joined(separator: "\n"),
            to: file
        )
        let report = try copy.rules.test("yinfa-2026-42/registration-terms")
        let failure = try #require(report.failures.first { $0.summary.contains("'risk-weighted assets of a bank'") })
        #expect(failure.id == "case/failed-disguised")
        #expect(failure.location?.path.hasSuffix(file) == true)
        #expect(failure.summary.contains("with marks inside the words that fired: expected review, got prohibited"))
        #expect(report.failed == Set(report.failures.map(\.location)).count)
    }

    @Test("leaves out what a case excludes, and asks for the reason")
    func exclusions() throws {
        let copy = try RulesCopy()
        let file = "yinfa-2026-42/mining/cases.yaml"
        try copy.append(
            """
            - case: only as it stands
              record: {scope: 比特币挖矿}
              expect: prohibited
              disguises: none

            """,
            to: file
        )
        let before = try ShippedRules.folder.get().test("yinfa-2026-42/mining")
        #expect(try copy.rules.test("yinfa-2026-42/mining").runs == before.runs + 1)
        try copy.replace("disguises: none", with: "disguises: {except: [widht]}", in: file)
        let failures = try copy.rules.test("yinfa-2026-42/mining").failures
        #expect(failures.map(\.id) == ["yaml/missing-field", "yaml/wrong-value"])
        #expect(failures.last?.help == "did you mean 'width'?")
    }

    @Test("fails where there is nothing to try")
    func nothing() throws {
        let report = try ShippedRules.folder.get().test("yinfa-2026-42/minning")
        #expect(report.failures.map(\.id) == ["case/none"])
        #expect(report.runs == 0)
    }

    @Test("is what the rules that ship are laid out for")
    func layout() throws {
        for file in try ShippedRules.folder.get().formattedFiles {
            let (before, after) = try RuleFolder.layout(of: file)
            #expect(before == after, "\(file.path): run 'hegui rules fmt'")
        }
    }
}

/// A copy of the rules that ship, to be changed; removed with the value.
final class RulesCopy {
    private let url: URL

    init() throws {
        url = FileManager.default.temporaryDirectory.appending(path: "hegui-rules-\(UUID().uuidString)")
        try FileManager.default.copyItem(at: ProjectFolder.root.appending(path: "rules"), to: url)
    }

    deinit {
        try? FileManager.default.removeItem(at: url)
    }

    var rules: RuleFolder {
        get throws {
            RuleFolder(rules: url, corpus: try NoticeCorpus.load(from: ProjectFolder.root.appending(path: "corpus")))
        }
    }

    func text(_ file: String) throws -> String {
        try String(contentsOf: url.appending(path: file), encoding: .utf8)
    }

    func write(_ text: String, to file: String) throws {
        try text.write(to: url.appending(path: file), atomically: true, encoding: .utf8)
    }

    func append(_ text: String, to file: String) throws {
        try write(self.text(file) + text, to: file)
    }

    func replace(_ old: String, with new: String, in file: String) throws {
        let before = try text(file)
        try #require(before.contains(old))
        try write(before.replacing(old, with: new), to: file)
    }
}
