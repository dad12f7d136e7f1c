#if Service
    package import LegalText

    /// What a person decides of the findings of a decision, to be kept.
    package struct NewDisposition: Sendable, Hashable {
        /// The id of the decision.
        package var decision: String

        /// The ids of the rules whose findings are meant; all of the decision's where there are none.
        package var rules: [String]

        /// What is decided.
        package var kind: Disposition.Kind

        /// Why; needed for a false positive, a waiver, what is reopened, and documents (which ones).
        package var note: String?

        /// Who decides.
        package var person: String

        /// When.
        package var time: LogTime

        /// Creates a disposition.
        package init(
            of decision: String,
            rules: [String] = [],
            _ kind: Disposition.Kind,
            note: String? = nil,
            by person: String,
            at time: LogTime = .now()
        ) {
            self.decision = decision
            self.rules = rules
            self.kind = kind
            self.note = note
            self.person = person
            self.time = time
        }
    }

    /// What a person decided of the findings of a decision.
    package struct Disposition: Sendable, Hashable, Identifiable {
        /// Twelve letters and digits that name the disposition.
        package let id: String

        /// The id of the decision.
        package let decision: String

        /// The ids of the rules whose findings are meant, sorted.
        package let rules: [String]

        /// What was decided.
        package let kind: Kind

        /// Why.
        package let note: String?

        /// Who decided.
        package let person: String

        /// When.
        package let time: LogTime

        /// Whether it counts only when a second person has agreed.
        package let needsApproval: Bool

        /// What the second person said.
        package internal(set) var answer: Answer?

        /// What can be decided.
        package enum Kind: Sendable, Hashable {
            /// 确认: the finding is right.
            case confirmed
            /// 误报: the rule misread the record. A release: holds while clause, rule and words stay the same.
            case falsePositive
            /// 暂缓: left alone until the day comes. A release too, and never of a prohibition.
            case waived(until: CalendarDay)
            /// 限期整改: to be put right by the end of the day.
            case rectificationDue(CalendarDay)
            /// 补充材料: documents were asked for.
            case needsDocuments
            /// 已报告: reported to somebody, on a day. Doesn't change how the finding stands, and isn't shown to viewers.
            case reported(to: String, on: CalendarDay)
            /// 已整改: another name or scope, checked again with the decision of this id.
            case rectified(by: String)
            /// 已退出: the business relation was ended.
            case exited
            /// 重新审查: an earlier disposition no longer counts.
            case reopened
        }

        /// What a second person said of a release.
        package struct Answer: Sendable, Hashable {
            /// Whether the release counts.
            package let isApproved: Bool

            /// Who said so; never who asked for it.
            package let person: String

            /// When.
            package let time: LogTime

            /// Why.
            package let note: String?
        }
    }

    extension Disposition.Kind {
        /// The name as JSON, the command line and the log write it.
        package var name: String {
            switch self {
            case .confirmed: "confirmed"
            case .falsePositive: "false-positive"
            case .waived: "waived"
            case .rectificationDue: "rectification-due"
            case .needsDocuments: "needs-documents"
            case .reported: "reported"
            case .rectified: "rectified"
            case .exited: "exited"
            case .reopened: "reopened"
            }
        }

        /// Every name, in the order of the cases.
        package static let names = [
            "confirmed", "false-positive", "waived", "rectification-due", "needs-documents", "reported", "rectified",
            "exited",
            "reopened",
        ]

        /// Creates a kind from its parts as the command line and forms give them; `nil` where one is missing or too many.
        ///
        /// - Parameters:
        ///   - name: One of ``names``.
        ///   - day: Until when, by when or when.
        ///   - party: To whom it was reported.
        ///   - decision: The decision on the record that was put right.
        package init?(name: String, day: CalendarDay? = nil, party: String? = nil, decision: String? = nil) {
            switch (name, day, party, decision) {
            case ("confirmed", nil, nil, nil): self = .confirmed
            case ("false-positive", nil, nil, nil): self = .falsePositive
            case ("waived", let day?, nil, nil): self = .waived(until: day)
            case ("rectification-due", let day?, nil, nil): self = .rectificationDue(day)
            case ("needs-documents", nil, nil, nil): self = .needsDocuments
            case ("reported", let day?, let party?, nil): self = .reported(to: party, on: day)
            case ("rectified", nil, nil, let decision?): self = .rectified(by: decision)
            case ("exited", nil, nil, nil): self = .exited
            case ("reopened", nil, nil, nil): self = .reopened
            default: return nil
            }
        }

        /// The day that belongs to it.
        package var day: CalendarDay? {
            switch self {
            case .waived(let day), .rectificationDue(let day), .reported(_, let day): day
            case .confirmed, .falsePositive, .needsDocuments, .rectified, .exited, .reopened: nil
            }
        }

        /// To whom the finding was reported.
        package var party: String? {
            if case .reported(let party, _) = self { party } else { nil }
        }

        /// The decision on the record that was put right.
        package var newDecision: String? {
            if case .rectified(let decision) = self { decision } else { nil }
        }

        /// Whether it lets a finding go, so that a second person may have to agree.
        package var isRelease: Bool {
            switch self {
            case .falsePositive, .waived: true
            case .confirmed, .rectificationDue, .needsDocuments, .reported, .rectified, .exited, .reopened: false
            }
        }

        /// Whether it must say why.
        package var needsNote: Bool {
            switch self {
            case .falsePositive, .waived, .needsDocuments, .reopened: true
            case .confirmed, .rectificationDue, .reported, .rectified, .exited: false
            }
        }

        /// What it is called.
        package var label: LocalizedText {
            switch self {
            case .confirmed: LocalizedText(zh: "确认", en: "confirmed")
            case .falsePositive: LocalizedText(zh: "误报", en: "false positive")
            case .waived(let day): LocalizedText(zh: "暂缓处理至\(day)", en: "waived until \(day)")
            case .rectificationDue(let day): LocalizedText(zh: "限\(day)前整改", en: "to be rectified by \(day)")
            case .needsDocuments: LocalizedText(zh: "待补充材料", en: "needs documents")
            case .reported(let party, let day):
                LocalizedText(zh: "已于\(day)报告\(party)", en: "reported to \(party) on \(day)")
            case .rectified(let decision): LocalizedText(zh: "已整改（见\(decision)）", en: "rectified (see \(decision))")
            case .exited: LocalizedText(zh: "已退出", en: "exited")
            case .reopened: LocalizedText(zh: "重新审查", en: "reopened")
            }
        }
    }
#endif
