#if Service
    import DecisionLog
    import LegalText
    import RecordModel
    import Reporting
    import RuleEngine

    /// Lays out one decision for a page.
    struct DecisionLayout {
        let request: ServiceRequest
        let listed: ListedDecision
        let history: [Disposition]

        private var language: LocalizedText.Language { request.pageLanguage }

        func view(saved: String?, fault: String?, typed: FormFields?) -> DecisionView {
            let decision = listed.decision
            let stored = findings
            let mayDecide = request.caller.role >= .officer && request.caller.formOwner != nil
            return DecisionView(
                id: decision.id,
                title: HTMLText.escaped(DecisionText.title(of: decision.record, in: language)),
                level: decision.verdict.rawValue,
                label: Wording.label(of: decision.verdict, in: language),
                saved: saved,
                fault: fault,
                facts: facts,
                record: VerdictBuilder.pairs(
                    of: decision.record,
                    StoredFinding.evidence(in: stored),
                    in: language
                ),
                findings: stored.map { StoredFinding($0, listed.standings, in: language) },
                steps: history.map { step($0, mayDecide: mayDecide) },
                form: mayDecide && !decision.grounds.isEmpty ? form(typed) : nil,
                recheck: "/" + PageText.query(recordPairs)
            )
        }

        /// The findings as the log has them; none where they can't be read.
        private var findings: [JSONInput] {
            guard case .array(let list)? = try? JSONReader.read(Array(listed.decision.findings.utf8), nesting: 16)
            else {
                return []
            }
            return list
        }

        private var recordPairs: [(name: String, value: String?)] {
            let record = listed.decision.record
            return [
                ("name", record.name), ("scope", record.scope), ("description", record.description), ("id", record.id),
                ("actor", record.actor), ("jurisdiction", record.jurisdiction), ("approval", record.approval),
                ("former-names", record.otherNames.map(\.text).joined(separator: "；")),
            ]
        }

        private var facts: [VerdictView.Pair] {
            let decision = listed.decision
            var facts: [(String, String)] = [
                (request.said("编号", "Decision"), decision.id),
                (
                    request.said("时间", "When"),
                    PageText.moment(decision.time) + request.said("（北京时间）", " (Beijing time)")
                ),
                (request.said("操作人", "Person"), decision.person),
            ]
            if let place = decision.place {
                let row = request.said("第\(place.row)行", "row \(place.row)")
                let parts = [place.file, place.sheet, row].compactMap(\.self)
                facts.append((request.said("文件位置", "Place"), parts.joined(separator: " · ")))
            }
            facts += [
                (
                    request.said("规则包", "Rule pack"),
                    "\(decision.pack.id) \(decision.pack.version) \(decision.pack.digest)"
                ),
                (request.said("通知文本", "Notice text"), decision.noticeDigest),
                (request.said("记录指纹", "Record"), decision.fingerprint.description),
                (request.said("程序", "Program"), "Hegui \(decision.engine)"),
            ]
            return facts.map {
                VerdictView.Pair(key: $0.0, html: "<span class=\"code\">\(HTMLText.escaped($0.1))</span>")
            }
        }

        private func step(_ disposition: Disposition, mayDecide: Bool) -> DecisionView.Step {
            let waits = disposition.needsApproval && disposition.answer == nil
            return DecisionView.Step(
                when: PageText.moment(disposition.time),
                who: disposition.person,
                what: disposition.kind.label[language]
                    + (waits ? request.said("（待第二人复核）", " (awaiting a second person)") : ""),
                about: disposition.rules.joined(separator: ", "),
                reason: disposition.note,
                answered: disposition.answer.map { answer in
                    let what =
                        answer.isApproved ? request.said("复核同意", "approved") : request.said("复核不同意", "declined")
                    let note = answer.note.map { request.said("：\($0)", ": \($0)") } ?? ""
                    return "\(what) · \(answer.person) · \(PageText.moment(answer.time))\(note)"
                },
                answerForm: waits && mayDecide
                    ? DecisionView.AnswerForm(
                        answerToken: request.formToken,
                        answerID: disposition.id,
                        answerOperator: "",
                        answerAsks: request.caller.proof == .local
                    ) : nil
            )
        }

        private func form(_ typed: FormFields?) -> DecisionView.FormView {
            let chosen = typed?["kind"]
            let rules = listed.decision.grounds.map(\.rule)
            return DecisionView.FormView(
                decision: listed.decision.id,
                formToken: request.formToken,
                kinds: DecisionText.kinds(in: language).map {
                    ChoiceView($0.value, $0.label, isSelected: $0.value == chosen)
                },
                choices: rules.map { ChoiceView($0, $0, isSelected: false) },
                hasSeveral: rules.count > 1,
                asksOperator: request.caller.proof == .local,
                operatorName: request.operatorName(typed?["operator"]),
                typedNote: typed?["note"] ?? ""
            )
        }
    }
#endif
