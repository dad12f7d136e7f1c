#if Service
    import DecisionLog
    import HTTPTypes
    import LegalText
    import RecordModel
    import Reporting

    /// Words of the log for pages.
    enum DecisionText {
        /// What a decision is listed under: the name, or else the key, or the beginning of another text.
        static func title(of record: Record, in language: LocalizedText.Language) -> String {
            for text in [record.name, record.id, record.scope, record.description] {
                if let text, !text.allSatisfy(\.isWhitespace) { return text.count > 60 ? text.prefix(60) + "…" : text }
            }
            return record.otherNames.first?.text ?? (language == .zh ? "（无名称）" : "(no name)")
        }

        /// How the findings of a decision stand, each state once.
        static func states(of listed: ListedDecision, in language: LocalizedText.Language) -> String {
            var seen: Set<String> = []
            return listed.standings.map { $0.state.label[language] }.filter { seen.insert($0).inserted }
                .joined(separator: language == .zh ? "、" : ", ")
        }

        /// What can be decided, as choices of a form.
        static func kinds(in language: LocalizedText.Language, withRectified: Bool = true) -> [ChoiceView] {
            let labels: [(name: String, label: LocalizedText)] = [
                ("confirmed", LocalizedText(zh: "确认", en: "confirmed")),
                ("false-positive", LocalizedText(zh: "误报（须写理由）", en: "false positive (give the reason)")),
                ("waived", LocalizedText(zh: "暂缓处理至某日（须写理由）", en: "waived until a day (give the reason)")),
                ("rectification-due", LocalizedText(zh: "限期整改", en: "to be rectified by a day")),
                ("needs-documents", LocalizedText(zh: "待补充材料（写明哪些）", en: "needs documents (say which)")),
                ("reported", LocalizedText(zh: "已报告", en: "reported")),
                ("rectified", LocalizedText(zh: "已整改（填整改后的决定编号）", en: "rectified (give the new decision)")),
                ("exited", LocalizedText(zh: "已退出", en: "exited")),
                ("reopened", LocalizedText(zh: "重新审查（须写理由）", en: "reopened (give the reason)")),
            ]
            return labels.filter { withRectified || !["rectified", "reopened"].contains($0.name) }
                .map { ChoiceView($0.name, $0.label[language], isSelected: false) }
        }
    }

    extension DecisionStoreError {
        /// The error as a page tells it.
        var problem: Problem {
            guard !isOfStore else {
                return Problem(
                    id,
                    .serviceUnavailable,
                    title: LocalizedText(zh: "决定记录无法使用", en: "The decision log can't be used"),
                    detail: message
                )
            }
            switch reason {
            case .unknown: return .notFound(message)
            case .officersOnly:
                return Problem(
                    id,
                    .forbidden,
                    title: LocalizedText(zh: "没有权限", en: "The caller may not do this"),
                    detail: message
                )
            default: return .unusable(id, message)
            }
        }
    }
#endif
