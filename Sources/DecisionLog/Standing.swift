#if Service
    package import LegalText

    /// How a finding stands: what people decided of it, and whether that still holds.
    package struct Standing: Sendable, Hashable {
        /// The rule's id.
        package let rule: String

        /// Where the finding stands now.
        package let state: State

        /// The disposition that counts, or that counted until the finding was reopened; `nil` where there was none.
        package let disposition: Disposition?

        /// Why an earlier disposition no longer counts; empty unless ``state`` is ``State/reopened``.
        package let reopened: [Reopening]

        /// The reports that were made, oldest first; always empty for viewers.
        package let reports: [Disposition]

        /// Where a finding can stand.
        package enum State: String, Sendable, Hashable, CaseIterable {
            /// Nobody decided anything.
            case open
            /// The finding is right.
            case confirmed
            /// The rule misread the record.
            case falsePositive = "false-positive"
            /// Left alone until a day.
            case waived
            /// A release that a second person has yet to agree to; counts as open.
            case awaitingApproval = "awaiting-approval"
            /// To be put right by a day that hasn't passed.
            case rectificationDue = "rectification-due"
            /// To have been put right by a day that has passed.
            case overdue
            /// Documents were asked for.
            case needsDocuments = "needs-documents"
            /// Put right, and checked again.
            case rectified
            /// The business relation was ended.
            case exited
            /// What was decided no longer counts; a person must look again.
            case reopened
            /// A later decision on the same record says how it stands now.
            case superseded
        }

        /// Why a disposition no longer counts.
        package enum Reopening: String, Sendable, Hashable, CaseIterable {
            /// The day of the waiver has come.
            case dayCame = "day-came"
            /// The clause has other words.
            case clauseChanged = "clause-changed"
            /// The rule is another.
            case ruleChanged = "rule-changed"
            /// Other words of the record fired.
            case wordsChanged = "words-changed"
            /// The finding is more severe.
            case moreSevere = "more-severe"
            /// The record was found again, as it was before it was put right.
            case foundAgain = "found-again"
            /// A second person didn't agree.
            case declined
            /// A person said so.
            case withdrawn
        }
    }

    extension Standing {
        /// Whether a release holds, so that nobody need look at the finding again now.
        package var isReleased: Bool {
            state == .falsePositive || state == .waived
        }

        /// How the finding stands, in one sentence for a report.
        package var summary: LocalizedText {
            guard let disposition else { return state.label }
            let (who, day) = (disposition.person, disposition.time.dayInChina)
            let note =
                disposition.note.map { LocalizedText(zh: "：\($0)", en: ": \($0)") } ?? LocalizedText(zh: "", en: "")
            let what = disposition.kind.label
            let reasons = reopened.map(\.label)
            let (zh, en) = (reasons.map(\.zh).joined(separator: "；"), reasons.map(\.en).joined(separator: "; "))
            return switch state {
            case .reopened:
                LocalizedText(
                    zh: "重新审查（\(zh)）；此前\(who)于\(day)记为“\(what.zh)”\(note.zh)",
                    en: "reopened (\(en)); before, \(who) decided “\(what.en)” on \(day)\(note.en)"
                )
            case .awaitingApproval:
                LocalizedText(
                    zh: "\(who)于\(day)拟记为“\(what.zh)”，待第二人复核\(note.zh)",
                    en: "\(who) proposed “\(what.en)” on \(day), which a second person has yet to approve\(note.en)"
                )
            case .overdue:
                LocalizedText(
                    zh: "逾期未整改；\(who)于\(day)记为“\(what.zh)”\(note.zh)",
                    en: "overdue; \(who) decided “\(what.en)” on \(day)\(note.en)"
                )
            default:
                LocalizedText(
                    zh: "\(what.zh)（\(who)，\(day)）\(note.zh)",
                    en: "\(what.en) (\(who), \(day))\(note.en)"
                )
            }
        }
    }

    extension Standing.State {
        /// What it is called.
        package var label: LocalizedText {
            switch self {
            case .open: LocalizedText(zh: "待处理", en: "open")
            case .confirmed: LocalizedText(zh: "已确认", en: "confirmed")
            case .falsePositive: LocalizedText(zh: "误报", en: "false positive")
            case .waived: LocalizedText(zh: "暂缓处理", en: "waived")
            case .awaitingApproval: LocalizedText(zh: "待第二人复核", en: "awaiting a second person")
            case .rectificationDue: LocalizedText(zh: "限期整改", en: "to be rectified")
            case .overdue: LocalizedText(zh: "逾期未整改", en: "overdue")
            case .needsDocuments: LocalizedText(zh: "待补充材料", en: "needs documents")
            case .rectified: LocalizedText(zh: "已整改", en: "rectified")
            case .exited: LocalizedText(zh: "已退出", en: "exited")
            case .reopened: LocalizedText(zh: "重新审查", en: "reopened")
            case .superseded: LocalizedText(zh: "已有更新的决定", en: "superseded")
            }
        }
    }

    extension Standing.Reopening {
        /// What it is called.
        package var label: LocalizedText {
            switch self {
            case .dayCame: LocalizedText(zh: "期限已到", en: "its day has come")
            case .clauseChanged: LocalizedText(zh: "条款文字已变", en: "the clause's text has changed")
            case .ruleChanged: LocalizedText(zh: "规则已变", en: "the rule has changed")
            case .wordsChanged: LocalizedText(zh: "命中的文字不同", en: "other words were found")
            case .moreSevere: LocalizedText(zh: "结论更严重", en: "the finding is more severe")
            case .foundAgain: LocalizedText(zh: "整改前的文字再次出现", en: "the record was found again as it was before")
            case .declined: LocalizedText(zh: "第二人未同意", en: "the second person declined")
            case .withdrawn: LocalizedText(zh: "已撤回", en: "withdrawn")
            }
        }
    }
#endif
