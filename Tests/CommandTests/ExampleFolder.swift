import Foundation
import TestSupport

/// A folder with all the files that examples name, beside a copy of the data, in which their lines are run.
///
/// An absolute path is taken below the folder, ids of decisions and heads of logs are replaced by those of the folder's own log, and
/// `hegui serve` prints its configuration in place of serving, which other tests try.
struct ExampleFolder {
    private let folder: ScratchFolder

    init() throws {
        folder = try ScratchFolder()
        try shell(
            """
            cp -pR "$ROOT/rules" "$ROOT/corpus" .
            mkdir -p keys backup secure etc/hegui var/lib/hegui tmp/before
            cp -pR rules tmp/before
            cp corpus/records/sample.csv companies.csv
            cp companies.csv registry.csv
            head -1 companies.csv | sed 's/企业名称/单位名称/; s/经营范围/业务范围/' | cat - companies.csv | sed 2d |
                iconv -f UTF-8 -t GB18030 | gzip > export.csv.gz
            head -1 companies.csv | sed 's/企业名称/单位/; s/经营范围/业务/' | cat - companies.csv | sed 2d > export.csv
            cut -d, -f2 companies.csv | sed 1d | gzip > names.gz
            cp corpus/notices/yinfa-2021-237/zh.txt old-law.txt
            cp corpus/notices/yinfa-2026-42/zh.txt new-law.txt
            for law in old new; do
                { echo '<!DOCTYPE html><html><head><meta charset="utf-8"></head><body>'
                  sed 's|.*|<p>&</p>|' $law-law.txt; echo '</body></html>'; } > $law-law.html
            done
            cp new-law.html saved-page.html
            printf 'serve:\\n  port: 8042\\n' > etc/hegui/hegui.yaml
            """
        )
        let notice = """
            甲省示例委员会关于加强发光纸风车管理的通知
            甲示发〔2031〕7号

            各市人民政府：

            为规范发光纸风车活动，现就有关事项通知如下：

            （一）任何单位和个人不得销售发光纸风车。

            （二）各市人民政府负责本地发光纸风车管理。

            甲省示例委员会
            2031年3月4日

            """
        _ = try folder.write(notice, to: "notice.txt")
        let page = notice.split(separator: "\n").map { "<p>\($0)</p>\n" }.joined()
        _ = try folder.write("<html><body>\n\(page)</body></html>\n", to: "notice.html")
        let rows = String(decoding: try ProjectFolder.bytes("corpus/records/sample.csv"), as: UTF8.self)
            .split(separator: "\n").prefix(12).map { $0.split(separator: ",").map(String.init) }
        try Data(SampleWorkbook([SampleWorkbook.Sheet("企业", cells: rows)]).bytes)
            .write(to: folder.url.appending(path: "register.xlsx"))
        try shell("hegui log add --store var/lib/hegui --person 王芳 --name 晋能煤矿机械有限公司")
    }

    /// The path of a file in the folder.
    func path(_ name: String) -> String { folder.path(name) }

    /// Runs a line of an example.
    func run(_ line: String) throws -> CommandRun {
        var line = line.replacing(#/(^| )//#) { "\($0.1)" }
        if line.hasPrefix("hegui serve"), !line.contains("--print-config") { line += " --print-config" }
        if line.contains("--evidence evidence") { try shell("rm -rf evidence") }
        if line.hasPrefix("hegui log restore") { try shell("rm -r decisions") }
        if line.hasPrefix("hegui rules signatures") {
            try shell(
                """
                rm -f secure/*
                hegui rules key secure/hegui.key
                cp secure/hegui.key.pub keys
                hegui rules sign --key secure/hegui.key
                """
            )
        }
        if line.hasPrefix("hegui rules key") { try shell("rm -f secure/*") }
        line = try withOwnIDs(line)
        let run = try command(line)
        // What a line does to rules and notices isn't there for the next one.
        if line.contains(/hegui (corpus add|rules (new|draft|sign|compile|fmt|signatures))/) {
            try shell("rm -rf rules corpus compiled; cp -pR \"$ROOT/rules\" \"$ROOT/corpus\" .")
        }
        return run
    }

    /// The line with ids of the folder's own log in the place of those that the example shows.
    private func withOwnIDs(_ line: String) throws -> String {
        var line = line
        let add = "hegui log add --store decisions --person 王芳 --name 深圳前海RWA数字科技有限公司"
        if line.contains("3k9d2m7xq0vh") {
            line = line.replacing("3k9d2m7xq0vh", with: try firstWord(of: add))
        }
        if line.contains("7m2k9d3xq0vh") {
            let decision = try firstWord(of: add)
            _ = try command("hegui log policy --four-eyes on --store decisions --person 王芳")
            line = line.replacing(
                "7m2k9d3xq0vh",
                with: try firstWord(
                    of: "hegui log dispose \(decision) false-positive --note 地名 --store decisions --person 王芳"
                )
            )
        }
        if let head = line.firstMatch(of: /--expect (\S+)/)?.1 {
            let printed = try command("hegui log verify --store decisions").output
            line = line.replacing(head, with: printed.split { $0.isWhitespace }.last ?? "")
        }
        return line
    }

    private func firstWord(of line: String) throws -> String {
        let run = try command(line)
        guard let word = run.output.split(separator: " ").first else {
            throw ExampleError(description: "\(line)\n\(run.errors)")
        }
        return String(word)
    }

    private func shell(_ lines: String) throws {
        let run = try command("set -e\n\(lines)")
        guard run.status < 2 else { throw ExampleError(description: "\(lines)\n\(run.errors)") }
    }

    private func command(_ line: String) throws -> CommandRun {
        let programs = CommandRun.program.deletingLastPathComponent().path(percentEncoded: false)
        let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
        return try CommandRun(
            ["-c", line],
            folder: folder.url,
            environment: [
                "PATH": "\(programs):\(path)", "ROOT": ProjectFolder.root.path(percentEncoded: false),
                "HEGUI_DATA": folder.path(""),
                // Packs are stored once, since starts without are what takes the time here.
                "HEGUI_CACHE": "", "XDG_CACHE_HOME": folder.path("cache"),
            ],
            program: URL(filePath: "/bin/sh")
        )
    }

    /// A folder that could not be made ready.
    private struct ExampleError: Error, CustomStringConvertible {
        let description: String
    }
}
