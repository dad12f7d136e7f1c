#if Service
    import DecisionLog
    import LegalText
    import NoticeCorpus
    import Reporting
    import RuleEngine

    /// A note on a check for an officer's file: what was screened, when, by whom, from what source, under which rules and texts,
    /// and what came of it, each quote with how far it can be relied on.
    struct FileNote {
        let screened: Screened
        let corpus: NoticeCorpus
        let person: String
        let version: String
        let language: LocalizedText.Language

        /// The note as plain text.
        var text: String {
            let input = screened.input
            let source = [input["source"], input["source-date"].map { said("（资料日期\($0)）", " (dated \($0))") }]
                .compactMap(\.self).joined()
            let none = said("未填写", "not given")
            let now = LogTime.now()
            var lines = [
                said("合规筛查案卷说明", "Note on a screening"),
                said("筛查时间：", "Screened at: ") + PageText.moment(now) + said("（北京时间）", " (Beijing time)"),
                said("规则适用日：", "Rules as of: ") + (input["as-of"] ?? now.dayInChina.description),
                said("操作人：", "Operator: ") + (person.isEmpty ? none : person),
                said("资料来源：", "Source of the data: ") + (source.isEmpty ? none : source),
                "",
            ]
            let verdict = VerdictText(language: language, marker: SpanMarker(usesColor: false))
            lines.append(verdict.text(screened.record, screened.verdict))
            lines.append(said("所依据的文本：", "Texts relied on:"))
            lines += texts
            lines.append(said("程序：", "Program: ") + "Hegui \(version)")
            return lines.joined(separator: "\n") + "\n" + verdict.footer(packs: [screened.pack.identity])
        }

        /// The text of the notice in each language with its digest.
        private var texts: [String] {
            LocalizedText.Language.allCases.compactMap { language in
                guard let text = try? corpus.text(notice: screened.pack.contents.notice, language: language) else {
                    return nil
                }
                let status = Wording.status(text.status.rawValue)[self.language]
                let number = text.entry.documentNumber ?? text.entry.id
                return "   \(number) \(text.id) \(NoticeDigest.digest(of: text.bytes)) [\(status)]"
            }
        }

        private func said(_ zh: String, _ en: String) -> String { language == .zh ? zh : en }
    }
#endif
