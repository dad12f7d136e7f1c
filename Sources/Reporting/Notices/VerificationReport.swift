import LegalText
package import NoticeCorpus
import NoticeModel

/// What `corpus verify` found, in the forms in which it is printed.
package struct VerificationReport {
    private let verification: CorpusVerifier.Verification

    /// Creates a report on one notice.
    package init(_ verification: CorpusVerifier.Verification) {
        self.verification = verification
    }

    // MARK: - Text

    /// The most characters of a quote that are shown to a person.
    private static let quoteLimit = 160

    /// The findings provision by provision, each with the words of both texts.
    package func text(marker: SpanMarker) -> String {
        let entry = verification.entry
        let count = verification.findings.count
        let statuses = LocalizedText.Language.allCases.compactMap { language in
            verification.texts[language].map { "\(language.rawValue) \($0.status.rawValue)" }
        }
        let found = count == 0 ? "nothing found" : count == 1 ? "1 finding" : "\(count) findings"
        var lines = [marker.strong("\(entry.id): \(found)") + "  (\(statuses.joined(separator: ", ")))"]
        var place: String?
        for finding in verification.findings {
            let name = finding.provision?.rawValue ?? "header"
            if name != place { lines.append(marker.strong(name)) }
            place = name
            lines.append("  \(finding.kind.rawValue): \(SpanMarker.visible(finding.summary))")
            if let term = finding.term {
                lines.append("    looked for: \(term.renderings.joined(separator: " | "))  (\(term.note))")
            }
            if let quote = finding.zh {
                lines.append("    zh: \(Self.excerpt(quote.text, around: finding.term?.term))")
            }
            if let quote = finding.en { lines.append("    en: \(Self.excerpt(quote.text, around: nil))") }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// The quote on a line, cut to what a person will read, with the term in sight.
    private static func excerpt(_ text: String, around term: String?) -> String {
        let flat = SpanMarker.visible(FlowedText.flowed(text))
        guard flat.count > quoteLimit else { return flat }
        guard let place = term.flatMap({ flat.firstRange(of: $0) }) else { return flat.prefix(quoteLimit) + "…" }
        let before = flat.distance(from: flat.startIndex, to: place.lowerBound)
        let start = max(0, min(before - quoteLimit / 2, flat.count - quoteLimit))
        let words = flat.dropFirst(start).prefix(quoteLimit)
        return (start > 0 ? "…" : "") + words + (start + quoteLimit < flat.count ? "…" : "")
    }

    // MARK: - JSON

    /// The JSON form `hegui/verification/1` of the reports on several notices.
    package static func document(of reports: [VerificationReport]) -> JSONValue {
        ["schema": .string("hegui/verification/1"), "notices": .array(reports.map(\.json))]
    }

    private var json: JSONValue {
        let texts = LocalizedText.Language.allCases.compactMap { language in
            verification.texts[language].map { text -> JSONValue in
                [
                    "language": .string(language.rawValue),
                    "status": .string(text.status.rawValue),
                    "articles": .int(text.notice.articles.count),
                ]
            }
        }
        return [
            "notice": .string(verification.entry.id),
            "texts": .array(texts),
            "findings": .array(verification.findings.map(json)),
        ]
    }

    private func json(_ finding: CorpusFinding) -> JSONValue {
        [
            "id": .string(finding.kind.rawValue),
            "provision": .optional(finding.provision?.rawValue),
            "summary": .string(finding.summary),
            "zh": json(finding.zh, .zh),
            "en": json(finding.en, .en),
            "term": finding.term.map(json) ?? .null,
        ]
    }

    private func json(_ quote: CorpusFinding.Quote?, _ language: LocalizedText.Language) -> JSONValue {
        guard let quote else { return .null }
        return [
            "text": .string(quote.text),
            "span": ["start": .int(quote.span.start), "end": .int(quote.span.end)],
            "status": .optional(verification.texts[language]?.status.rawValue),
        ]
    }

    private func json(_ term: CorpusFinding.TermCount) -> JSONValue {
        [
            "zh": .string(term.term),
            "renderings": .strings(term.renderings),
            "note": .string(term.note),
            "zhCount": .int(term.zh),
            "enCount": .int(term.en),
        ]
    }
}
