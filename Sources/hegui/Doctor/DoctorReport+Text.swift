import LegalText
import Reporting

extension DoctorReport {
    /// The report for a person.
    func text(in language: LocalizedText.Language) -> String {
        func word(_ zh: String, _ en: String) -> String { LocalizedText(zh: zh, en: en)[language] }
        var lines = [
            word("合规 Hegui", "Hegui") + " \(program.version) (\(program.build), Swift \(program.swift), "
                + (program.runtime ?? word("运行库内置", "runtime built in"))
                + (program.hasService ? ")" : word("，无服务)", ", without the service)")),
            word("程序    ", "program ") + program.path,
            "        sha256:\(program.sha256 ?? "?")",
            word("库      ", "uses    ")
                + program.libraries.map { "\($0.name) \($0.version)" }.joined(separator: ", "),
            word("配置    ", "config  ") + (configuration ?? word("无", "none")),
        ]
        if let data {
            lines.append(word("数据    ", "data    ") + "\(data.folder) (\(Self.name(of: data.origin)[language]))")
            if let keys = data.trusted {
                lines.append(word("只用由此签名的规则包：", "only packs signed by: ") + keys.joined(separator: ", "))
            }
            for pack in data.packs { lines += Self.lines(pack, word) }
            for text in data.texts { lines.append(Self.line(text, language, word)) }
            for table in data.tables {
                let version = table.unicode.map { ", Unicode \($0)" } ?? ""
                lines.append(word("折叠表  ", "folding ") + "\(table.name): \(table.rows)\(word(" 行", " rows"))\(version)")
            }
        }
        if let store {
            let state = store.isWhole ? word("完好", "whole") : word("不完好", "not whole")
            lines.append(word("日志    ", "log     ") + "\(store.path): \(store.schema.joined(separator: ", "))")
            lines.append(
                "        \(store.entries)\(word(" 条", " entries")), \(store.bytes) bytes, \(state), \(store.head)"
            )
        }
        lines.append("")
        for finding in findings.sorted(by: { $0.severity > $1.severity }) {
            lines.append("\(finding.severity.rawValue)[\(finding.id)]: \(finding.summary[language])")
        }
        lines.append(isWrong ? word("有问题，见上。", "something is wrong; see above") : word("没有发现问题。", "nothing is wrong"))
        return lines.joined(separator: "\n") + "\n"
    }

    private static func lines(_ pack: PackFacts, _ word: (String, String) -> String) -> [String] {
        let force =
            pack.isInForce
            ? word("现行", "in force")
            : pack.successor.map { word("已由 \($0) 取代，留作此前日期之用", "replaced by \($0), kept for earlier dates") }
                ?? word("并非现行", "not in force")
        let signature =
            switch pack.signature {
            case .none: word("未签名", "not signed")
            case .trusted(let key): word("由 \(key) 签名", "signed by \(key)")
            case .untrusted(let key): word("由 \(key) 签名，不在受信任之列", "signed by \(key), which isn't trusted")
            case .wrong: word("与签名不符", "not as it was signed")
            }
        let state = pack.holds ? word("可用", "holds") : word("不可用", "can't be used")
        return [
            word("规则包  ", "pack    ")
                + "\(pack.id) \(pack.version): \(state), \(pack.rules)\(word(" 条规则", " rules")), "
                + "\(pack.sentinels)\(word(" 条哨兵", " sentinels")), \(force), \(signature)",
            "        \(pack.digest)",
        ]
    }

    private static func line(
        _ text: TextFacts,
        _ language: LocalizedText.Language,
        _ word: (String, String) -> String
    ) -> String {
        let holds: String =
            switch text.holds {
            case true?: word("与所记摘要相符", "as its digest says")
            case false?: word("与所记摘要不符", "not as its digest says")
            case nil: word("未记摘要", "no digest given")
            }
        let retrieved = text.retrieved.map { word("，\($0) 核对", ", compared \($0)") } ?? ""
        return word("通知    ", "notice  ") + "\(text.notice)/\(text.language.rawValue): \(holds), "
            + Wording.status(text.status)[language] + retrieved
    }

    private static func name(of origin: DataFolder.Origin) -> LocalizedText {
        switch origin {
        case .option: LocalizedText(zh: "由 --data 指定", en: "named by --data")
        case .environment: LocalizedText(zh: "由 $HEGUI_DATA 指定", en: "named by $HEGUI_DATA")
        case .configuration: LocalizedText(zh: "由配置文件指定", en: "named by the configuration")
        case .besideProgram: LocalizedText(zh: "程序旁的 share/hegui", en: "share/hegui beside the program")
        case .aboveProgram: LocalizedText(zh: "程序所在文件夹之上", en: "above the program")
        case .system: LocalizedText(zh: "系统的", en: "the system's")
        }
    }
}
