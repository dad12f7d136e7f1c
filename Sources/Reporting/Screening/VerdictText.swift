package import LegalText
package import RecordModel

/// A verdict in words, made to be read by a person.
package struct VerdictText: Sendable {
    private let language: LocalizedText.Language
    private let marker: SpanMarker

    /// Creates a writer; `marker` says how the words that fired are marked.
    package init(language: LocalizedText.Language, marker: SpanMarker) {
        self.language = language
        self.marker = marker
    }

    /// The verdict with the record, the findings and what was released; `place` stands before the verdict.
    package func text(
        _ record: Record,
        _ verdict: Verdict,
        place: String? = nil,
        remarks: [Remark] = []
    ) -> String {
        let label = Wording.label(
            of: verdict.level,
            reasons: verdict.findings.flatMap(\.doubts).map(\.reason),
            in: language
        )
        var lines = [marker.strong([place, label].compactMap(\.self).joined(separator: "  "))]
        lines += recordLines(record, verdict)
        lines += remarks.map { line("备注", "note", SpanMarker.visible($0.text[language])) }
        for (number, finding) in verdict.findings.enumerated() {
            lines.append("")
            lines += findingLines(finding, number: number + 1)
        }
        if !verdict.released.isEmpty {
            lines.append("")
            lines.append(said("未计入（原文另有限定）：", "Not counted, for the text says otherwise:"))
            lines += verdict.released.map(releaseLine)
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// Why a rule did not fire, and the words that came closest.
    package func text(_ whyNot: WhyNot) -> String {
        var lines = [marker.strong(said("为何未触发 \(whyNot.rule)", "why not \(whyNot.rule)"))]
        lines.append(line("理由", "reason", whyNot.explanation[language]))
        lines += whyNot.closest.map(evidenceLine)
        return lines.joined(separator: "\n") + "\n"
    }

    /// What stands below all results: the packs and the disclaimer.
    package func footer(packs: [PackIdentity]) -> String {
        let lines = packs.map { pack in
            said("规则包：", "Rule pack: ") + "\(pack.id) \(pack.version) \(pack.digest)"
        }
        return (lines + [Wording.disclaimer[language]]).joined(separator: "\n") + "\n"
    }

    private func recordLines(_ record: Record, _ verdict: Verdict) -> [String] {
        let evidence = verdict.findings.flatMap(\.evidence)
        var lines: [String] = []
        if let id = record.id { lines.append(line("编号", "id", SpanMarker.visible(id))) }
        for field in Field.allCases {
            let name = Wording.name(of: field)
            for (index, text) in record.texts(of: field).enumerated() {
                let spans = evidence.filter { $0.field == field && $0.index == index }.map(\.span)
                lines.append(line(name.zh, name.en, marker.marked(text, spans)))
            }
        }
        if let actor = record.actor { lines.append(line("主体类型", "actor", SpanMarker.visible(actor))) }
        if let place = record.jurisdiction { lines.append(line("地域", "jurisdiction", SpanMarker.visible(place))) }
        if let approval = record.approval { lines.append(line("所称批准", "approval", SpanMarker.visible(approval))) }
        return lines
    }

    private func findingLines(_ finding: Finding, number: Int) -> [String] {
        let label = Wording.label(of: finding.verdict, in: language)
        var lines = ["\(number). \(marker.strong(label))  \(finding.rule)"]
        let basis = finding.basis
        lines.append(line("依据", "basis", basis.label == nil ? basis.title : "\(basis.title) \(basis.provision)"))
        if let quote = basis.quote(in: language) {
            let status = Wording.status(quote.status)[language]
            lines.append(line("条文", "clause", said("「\(quote.text)」〔\(status)〕", "“\(quote.text)” [\(status)]")))
        }
        lines += finding.evidence.map(evidenceLine)
        if let item = finding.item {
            let list = item.licence.map { Wording.name(of: $0)[language] }
            let place = said("第\(item.number)项", "item \(item.number)")
            let text = SpanMarker.visible(item.text)
            lines.append(line("项目", "item", [place, list, text].compactMap(\.self).joined(separator: " ")))
        }
        lines.append(line("理由", "why", finding.explanation[language]))
        lines += finding.doubts.map { line("存疑", "doubt", $0.reason[language]) }
        lines += finding.considered.map(consideredLine)
        if let cure = cureLine(finding) { lines.append(cure) }
        if let authority = finding.authority { lines.append(line("主管", "authority", authority[language])) }
        return lines
    }

    private func evidenceLine(_ evidence: Evidence) -> String {
        let field = Wording.name(of: evidence.field)[language]
        var text = "\(field) \(marker.emphasized(SpanMarker.visible(evidence.text)))"
        if !evidence.nameParts.isEmpty {
            let parts = evidence.nameParts.map { Wording.name(of: $0)[language] }.joined(separator: said("、", ", "))
            text += said("（\(parts)）", " (\(parts))")
        }
        if evidence.text != evidence.term { text += said("，即“\(evidence.term)”", ", that is “\(evidence.term)”") }
        if !evidence.disguise.isEmpty {
            let steps = evidence.disguise.map { Wording.name(of: $0)[language] }
            text += said("（变形：\(steps.joined(separator: "、"))）", " (disguise: \(steps.joined(separator: ", ")))")
        }
        return line("文字", "words", text)
    }

    private func consideredLine(_ consideration: Consideration) -> String {
        let words = SpanMarker.visible(consideration.text)
        let kind =
            switch consideration.kind {
            case .negation: said("否定词", "denial")
            case .allowance: said("另有所指的词组", "phrase of another meaning")
            }
        return line(
            "已考虑",
            "considered",
            said("\(kind)“\(words)”，", "the \(kind) “\(words)”: ") + consideration.reason[language]
        )
    }

    private func cureLine(_ finding: Finding) -> String? {
        if let cure = finding.cure {
            let grantor =
                cure.grantor.map { said("（由\($0.zh)）", " (from \($0.en))") }
                ?? said("（通知未指明由谁作出）", " (the notice names nobody who grants it)")
            return line("可解除", "would lift it", cure.requirement[language] + grantor)
        }
        // Only a ban can be lifted; a finding for review may rest on a provision that bans nothing.
        guard finding.verdict >= .restricted else { return nil }
        return line(
            "可解除",
            "would lift it",
            said("通知未规定可解除该禁止的同意、批准或备案", "nothing: the notice names no consent, approval or filing")
        )
    }

    private func releaseLine(_ release: Release) -> String {
        let words = release.evidence.map { "“\(SpanMarker.visible($0.text))”" }.joined(separator: said("、", ", "))
        let cue = SpanMarker.visible(release.cue)
        return "   \(release.rule)" + said("：\(words)，因“\(cue)”", ": \(words), because of “\(cue)”")
    }

    private func line(_ zh: String, _ en: String, _ text: String) -> String {
        "   " + said("\(zh)：", "\(en): ") + text
    }

    private func said(_ zh: String, _ en: String) -> String {
        language == .zh ? zh : en
    }
}
