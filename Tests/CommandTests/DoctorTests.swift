import Foundation
import TestSupport
import Testing

@Suite("What is installed, and whether it holds", .timeLimit(.minutes(15)))
struct DoctorTests {
    private func report(_ arguments: [String], environment: [String: String] = [:]) throws -> (Int32, [String: Any]) {
        let run = try CommandRun(["doctor", "--format", "json"] + arguments, environment: environment)
        #expect(run.errors == "")
        let json = try JSONSerialization.jsonObject(with: Data(run.output.utf8))
        return (run.status, try #require(json as? [String: Any]))
    }

    private func findings(_ report: [String: Any]) -> [String] {
        ((report["findings"] as? [[String: Any]]) ?? []).compactMap { $0["id"] as? String }
    }

    /// A copy of rules and notices.
    private func copy() throws -> ScratchFolder {
        let folder = try ScratchFolder()
        for name in ["rules", "corpus"] {
            try FileManager.default.copyItem(
                at: ProjectFolder.root.appending(path: name),
                to: folder.url.appending(path: name)
            )
        }
        return folder
    }

    @Test("says what is there, and that nothing is wrong with it")
    func sound() throws {
        let (status, report) = try report([])
        #expect(status == 0)
        #expect(report["schema"] as? String == "hegui/doctor/1")
        let program = try #require(report["program"] as? [String: Any])
        let libraries = try #require(program["libraries"] as? [[String: String]])
        let names = libraries.compactMap { $0["name"] }
        #expect(Set(["libxml2", "libarchive", "libzstd", "libxlsxwriter", "glibc"]).isSubset(of: names))
        #expect(libraries.allSatisfy { $0["version"]?.first?.isNumber == true })
        let data = try #require(report["data"] as? [String: Any])
        #expect(data["foundBy"] as? String == "above-program")
        let packs = try #require(data["packs"] as? [[String: Any]])
        #expect(packs.compactMap { $0["id"] as? String } == ["yinfa-2021-237", "yinfa-2026-42"])
        #expect(packs.compactMap { $0["holds"] as? Bool } == [true, true])
        #expect(packs.compactMap { $0["inForce"] as? Bool } == [false, true])
        let texts = try #require(data["texts"] as? [[String: Any]])
        #expect(texts.compactMap { $0["holds"] as? Bool } == [true, true, true, true])
        for language in ["zh", "en"] {
            let text = try CommandRun(["doctor", "--lang", language])
            #expect(text.status == 0)
            #expect(text.output.hasSuffix(language == "zh" ? "没有发现问题。\n" : "nothing is wrong\n"))
        }
    }

    @Test("finds what is wrong with rules, notices and configuration, all at once")
    func unsound() throws {
        let data = try copy()
        let notices = data.url.appending(path: "corpus/notices")
        let text = notices.appending(path: "yinfa-2021-237/zh.txt")
        try (Data(contentsOf: text) + Data("\n".utf8)).write(to: text)
        let meta = notices.appending(path: "yinfa-2026-42/meta.yaml")
        try Data(
            String(contentsOf: meta, encoding: .utf8).replacing("retrieved: 2026-11-22", with: "retrieved: 2020-01-01")
                .utf8
        ).write(to: meta)
        let rule = data.url.appending(path: "rules/yinfa-2026-42/mining/rule.yaml")
        try Data(String(contentsOf: rule, encoding: .utf8).replacing("严禁新增", with: "严禁新设").utf8).write(to: rule)
        try FileManager.default.createDirectory(
            at: notices.appending(path: "new-1"),
            withIntermediateDirectories: true
        )
        _ = try data.write("第一条 甲不得乙。\n", to: "corpus/notices/new-1/zh.txt")
        _ = try data.write(
            "id: new-1\ntitle: {zh: 甲, en: a}\npublished: 2026-01-01\ntexts: {zh: {file: zh.txt, status: official, source: a}}\n",
            to: "corpus/notices/new-1/meta.yaml"
        )
        let (status, report) = try report(
            ["--data", data.url.path, "--config", data.write("prot: 1\n", to: "c.yaml")]
        )
        #expect(status == 1)
        let found = findings(report)
        #expect(
            Set(found) == [
                "doctor/configuration", "doctor/text-changed", "doctor/text-old", "doctor/pack", "doctor/no-rules",
                "doctor/lint", "doctor/folding-old",
            ]
        )
        #expect((report["data"] as? [String: Any])?["foundBy"] as? String == "option")
    }

    @Test("a data folder that isn't there is a finding, not a failure")
    func nothing() throws {
        let (status, report) = try report([], environment: ["HEGUI_DATA": "/nonexistent"])
        #expect(status == 1)
        #expect(findings(report) == ["doctor/data"])
        #expect(report["data"] is NSNull)
    }

    @Test("keys are made, packs signed, and what is signed is used where only that is")
    func signatures() throws {
        let data = try copy()
        let key = data.path("key")
        let made = try CommandRun(["rules", "key", key])
        #expect(made.status == 0)
        let mode = try FileManager.default.attributesOfItem(atPath: key)[.posixPermissions] as? Int
        #expect(mode == 0o600)
        #expect(try CommandRun(["rules", "key", key]).status == 2)
        let keys = data.url.appending(path: "keys")
        try FileManager.default.createDirectory(at: keys, withIntermediateDirectories: true)
        try FileManager.default.copyItem(atPath: "\(key).pub", toPath: keys.appending(path: "a.pub").path)
        let trusting = ["--data", data.url.path, "--trusted-keys", keys.path]
        let check = ["check", "--name", "深圳前海RWA数字科技有限公司", "--require-signed"] + trusting
        #expect(try CommandRun(["rules", "signatures"] + trusting).output.contains("yinfa-2026-42 1.2.1: not signed"))
        let unsigned = try CommandRun(check)
        #expect(unsigned.status == 2)
        #expect(unsigned.errors.contains("error[signature/missing]"))
        #expect(try CommandRun(["rules", "sign", "--key", key, "--data", data.url.path]).status == 0)
        // A stored pack that somebody put there counts for nothing.
        #expect(try CommandRun(["rules", "compile", "--data", data.url.path]).status == 0)
        let signed = try CommandRun(check, environment: ["HEGUI_CACHE": ""])
        #expect(signed.status == 1)
        #expect(signed.errors == "")
        #expect(try CommandRun(["rules", "signatures"] + trusting).status == 0)
        let (status, report) = try report(["--require-signed"] + trusting)
        #expect(status == 0)
        let packs = (report["data"] as? [String: Any])?["packs"] as? [[String: Any]]
        #expect(
            packs?.compactMap { ($0["signature"] as? [String: Any])?["state"] as? String } == ["trusted", "trusted"]
        )
        _ = try data.write("- {}\n", to: "rules/yinfa-2026-42/mining/cases.yaml")
        let altered = try CommandRun(check, environment: ["HEGUI_CACHE": ""])
        #expect(altered.status == 2)
        #expect(altered.errors.contains("error[signature/altered]"))
        #expect(try self.report(["--require-signed"] + trusting).0 == 1)
        #expect(try CommandRun(["rules", "sign", "--key", "\(key).pub", "--data", data.url.path]).status == 2)
    }
}
