import LegalText
import NoticeModel

/// Compares a text of a notice with what the metadata says about it.
package struct MetadataCheck {
    private let text: CorpusText
    private let corpus: NoticeCorpus

    /// Prepares to compare `text` with its entry in `corpus`.
    package init(_ text: CorpusText, in corpus: NoticeCorpus) {
        self.text = text
        self.corpus = corpus
    }

    /// Every difference that was found.
    package func run() -> [CorpusFinding] {
        errors + numbers + titles + dates + repeals + claims
    }

    private var errors: [CorpusFinding] {
        var findings = text.notice.diagnostics.filter { $0.severity == .error }.map { diagnostic in
            finding(.unreadable, "\(diagnostic.id): \(diagnostic.summary)", diagnostic.span)
        }
        if text.notice.articles.isEmpty { findings.append(finding(.unreadable, "no article was found", nil)) }
        return findings
    }

    private var numbers: [CorpusFinding] {
        guard let expected = text.entry.documentNumber else { return [] }
        guard let found = text.notice.header.documentNumber else {
            return [finding(.documentNumber, "the text has no document number; the metadata has \(expected)", nil)]
        }
        if sameNumber(found.text, expected) { return [] }
        return [finding(.documentNumber, "the text has \(found.text), the metadata \(expected)", found.span)]
    }

    /// Whether two numbers are the same: to the letter in Chinese, by year and serial number across languages.
    private func sameNumber(_ left: String, _ right: String) -> Bool {
        text.language == .zh ? left == right : Self.digits(left) == Self.digits(right)
    }

    private static func digits(_ number: String) -> [Substring] {
        number.split { !$0.isNumber }
    }

    private var titles: [CorpusFinding] {
        let expected = text.entry.title[text.language]
        guard let title = text.notice.header.title else {
            return [finding(.title, "the text has no title; the metadata has \(expected)", nil)]
        }
        // The metadata leaves the issuers out: before 关于 in Chinese, between "Notice" and "on" in English.
        let words = (Self.words(title.text), Self.words(expected))
        let isHeld: Bool
        switch text.language {
        case .zh: isHeld = words.0.joined().hasSuffix(words.1.joined())
        case .en: isHeld = words.0.first == words.1.first && words.0.suffix(words.1.count - 1) == words.1.dropFirst()
        }
        if isHeld { return [] }
        return [finding(.title, "the title isn't the metadata's: \(expected)", title.span)]
    }

    private static func words(_ text: String) -> [Substring] {
        text.split { $0.isWhitespace }
    }

    private var dates: [CorpusFinding] {
        guard let expected = text.entry.date, let found = text.notice.header.date, found.date != expected else {
            return []
        }
        return [finding(.date, "the text is dated \(found.date), the metadata says \(expected)", found.span)]
    }

    /// The documents that the text repeals against those of the metadata, as far as the corpus knows their numbers.
    private var repeals: [CorpusFinding] {
        let expected = text.entry.repeals.compactMap { corpus.entry($0)?.documentNumber }
        let found = text.notice.header.repeals
        let lost = expected.filter { number in !found.contains { sameNumber($0.text, number) } }
        let added = found.filter { repeal in !expected.contains { sameNumber(repeal.text, $0) } }
        return lost.map { finding(.repeals, "the metadata says that \($0) is repealed, the text doesn't", nil) }
            + added.map { finding(.repeals, "the text repeals \($0.text), the metadata doesn't say so", $0.span) }
    }

    private var claims: [CorpusFinding] {
        text.description.wording.compactMap { claim in
            guard text.place(of: claim) == nil else { return nil }
            let words = claim.words.map { ": \($0)" } ?? ""
            let summary = "the metadata calls words \(claim.wording.rawValue) that the text hasn't got\(words)"
            return CorpusFinding(.wordingClaim, at: claim.provision, "\(text.language.rawValue): \(summary)")
        }
    }

    private func finding(_ kind: CorpusFinding.Kind, _ summary: String, _ span: TextSpan?) -> CorpusFinding {
        var finding = CorpusFinding(kind, at: nil, "\(text.language.rawValue): \(summary)")
        let quote = span.map { CorpusFinding.Quote(text: text.notice.text(at: $0), span: $0) }
        if text.language == .zh { finding.zh = quote } else { finding.en = quote }
        return finding
    }
}
