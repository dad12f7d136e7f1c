import Foundation
import Fuzzing

@testable import TermMatching

/// Feeds terms and texts to the automaton, its filter and its scan until one of them finds something else than trying every
/// term at every place does.
@main
struct FuzzTerms {
    static func main() {
        Fuzzer.run { fuzzTerms($0, $1) }
    }
}

private let folding: FoldingTable = {
    var table = FoldingTable()
    func text(_ name: String) -> String {
        let file = Fuzzer.project.appending(path: "rules/lexicon/folding/\(name).tsv")
        guard let text = try? String(contentsOf: file, encoding: .utf8) else { preconditionFailure("no table \(name)") }
        return text
    }
    let steps: [(String, FoldingSteps)] = [
        ("compatibility", .compatibility), ("traditional", .traditional), ("variant", .traditional),
        ("confusable", .confusable),
    ]
    for (name, step) in steps {
        var reader = FoldingTableReader(path: name)
        table.add(reader.rows(in: text(name)), step: step)
    }
    var reader = DisguiseTableReader(path: "")
    table.disguises.add(reader.substitutes(in: text("substitute")))
    for word in reader.words(in: text("substitute-words")) { table.disguises.add(word: word) }
    for row in reader.parts(in: text("split")) { table.disguises.add(parts: row.parts, of: row.character) }
    for row in reader.readings(in: text("pinyin")) { table.disguises.add(reading: row.reading, of: row.character) }
    return table
}()

/// Terms like those of a pack, for inputs that bring none.
private let usual = Comparison(
    TermMatcher(
        [
            Term("RWA"), Term("虚拟货币", disguises: [.split, .pinyin, .homophone]), Term("加密资产"), Term("stablecoin"),
            Term("real-world asset tokenization"), Term("矿机", notBefore: ["煤", "工"], notAfter: ["械"]), Term("RWA代币化"),
            Term("现实世界资产代币化"), Term("币RWA"), Term("U盾"), Term("web3"), Term("币"), Term("DeFi"),
            Term("虚拟货币", disguises: .initials), Term("矿机", disguises: .split),
        ],
        folding: folding
    ),
    sample: Array("加密资产，货币，矿机，代币化".utf8)
)

/// What libFuzzer calls with one input after another: the first byte says whether the first line holds terms, and how these may be
/// disguised; the rest is the text.
private func fuzzTerms(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let bytes = UnsafeBufferPointer(start: start, count: count)
    guard let first = bytes.first else { return 0 }
    var rest = bytes.dropFirst()
    guard first & 1 != 0 else {
        usual.check(Array(rest))
        return 0
    }
    let line = rest.prefix { $0 != UInt8(ascii: "\n") }
    rest = rest[line.endIndex...].dropFirst()
    let own = TermMatcher(terms(in: String(decoding: line, as: UTF8.self), first >> 1), folding: folding)
    Comparison(own, sample: Array(rest.prefix(64))).check(Array(rest))
    return 0
}

/// The terms of a line, between tabs; a fourth bit lets the second be what the others must not stand behind.
private func terms(in line: String, _ bits: UInt8) -> [Term] {
    let disguises: [FoldingSteps] = [.split, .pinyin, .homophone, .initials]
    let allowed = disguises.indices.filter { bits & 1 << $0 != 0 }.reduce(into: FoldingSteps()) {
        $0.formUnion(disguises[$1])
    }
    let words = line.split(separator: "\t").prefix(8).map { String($0.prefix(12)) }
    let notBefore = bits & 16 != 0 ? Array(words.dropFirst().prefix(1)) : []
    return words.map { Term($0, notBefore: notBefore, disguises: allowed) }
}

/// What every way of looking for the same terms must agree on.
private struct Comparison {
    private let matcher: TermMatcher
    private let scanner: TermScanner

    /// Prepares the scan for texts like `sample`.
    init(_ matcher: TermMatcher, sample: [UInt8]) {
        self.matcher = matcher
        scanner = TermScanner(matcher.filter(for: matcher.terms.indices), sample: sample.span)
    }

    func check(_ bytes: [UInt8]) {
        let text = String(decoding: bytes, as: UTF8.self)
        let matches = matches(in: text)
        precondition(matches == matcher.naiveMatches(in: text), "the automaton finds other matches")
        for match in matches {
            precondition(match.start < match.end && match.end <= text.utf8.count, "a match lies outside of the text")
        }
        precondition(matches.isEmpty || matcher.mayMatch(in: text), "the filter passes over a match")
        for index in matcher.terms.indices.prefix(3) {
            var scratch = MatchScratch()
            let holds = matcher.holds(
                anyOf: matcher.terms.indices.map { $0 == index },
                in: text,
                scratch: &scratch
            )
            precondition(holds == matches.contains { $0.term == index }, "one term alone is found otherwise")
        }
        checkScan(bytes)
        checkStored(text, matches)
    }

    /// The scan marks every line that holds a term by itself, and tells bytes that aren't UTF-8, but for those behind a place.
    private func checkScan(_ bytes: [UInt8]) {
        var places: [Int] = []
        guard scanner.scan(bytes.span, into: &places) else {
            precondition(String(validating: bytes, as: UTF8.self) == nil, "the scan takes UTF-8 for broken bytes")
            return
        }
        precondition(zip(places, places.dropFirst()).allSatisfy { $0 < $1 }, "the places are out of order")
        precondition(places.last ?? 0 <= bytes.count, "a place lies outside of the text")
        var start = 0
        for line in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
            let end = start + line.count
            if !places.contains(where: { (start...end).contains($0) }) {
                let text = String(validating: line, as: UTF8.self)
                precondition(text != nil, "the scan takes broken bytes for UTF-8")
                precondition(matches(in: text ?? "").isEmpty, "the scan passes over a line")
            }
            start = end + 1
        }
    }

    /// A matcher that was stored and read again is the same one.
    private func checkStored(_ text: String, _ matches: [TermMatch]) {
        guard text.utf8.count % 32 == 0 else { return }
        var writer = StoreWriter()
        matcher.store(in: &writer)
        var reader = StoreReader(writer.bytes)
        guard let stored = try? TermMatcher(from: &reader), reader.isAtEnd else {
            preconditionFailure("what was stored isn't read")
        }
        var scratch = MatchScratch()
        precondition(stored.matches(in: text, scratch: &scratch) == matches, "a stored matcher finds other matches")
    }

    private func matches(in text: String) -> [TermMatch] {
        var scratch = MatchScratch()
        return matcher.matches(in: text, scratch: &scratch)
    }
}
