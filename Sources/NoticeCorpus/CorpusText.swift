public import LegalText
public import NoticeModel

/// One text of a notice of the corpus: the notice parsed, with how far its words can be relied on.
public struct CorpusText: Sendable, Hashable {
    /// What the corpus says about the notice.
    public let entry: CorpusEntry

    /// The language of the text.
    public let language: LocalizedText.Language

    /// The file, as the corpus folder was given with the notice's folder and the name.
    public let path: String

    /// The file as it is stored.
    public let bytes: [UInt8]

    /// What the text was read into.
    public let notice: Notice

    /// What the corpus says about this text.
    public let description: CorpusEntry.TextDescription

    /// How far the text can be relied on.
    public var status: TextStatus { description.status }

    /// The name of the text in the corpus, such as `yinfa-2021-237/en`.
    public var id: String { "\(entry.id)/\(language.rawValue)" }
}

extension CorpusText {
    /// Finds `quote` in the notice, or in one provision of it, and returns where it stands in UTF-8 bytes of the
    /// notice's source.
    ///
    /// White space and the width of letters and punctuation don't count. The first place is returned where there
    /// are several.
    ///
    /// - Complexity: O(*n*) in the length of the provision in UTF-8 bytes.
    public func locate(quote: String, in provision: ProvisionID? = nil) -> TextSpan? {
        let place: TextSpan
        if let provision {
            guard let span = notice.span(of: provision) else { return nil }
            place = span
        } else {
            place = notice.source.span
        }
        return QuoteForm(notice.source[place], from: place.start).firstSpan(of: QuoteForm(quote[...], from: 0))
    }

    /// How the words at `span` came about: what the narrowest claim of the metadata that holds all of them says.
    ///
    /// In a text with claims, words that no claim holds are reconstructed. In one without, the answer is `nil`:
    /// ``status`` says it all.
    public func wording(of span: TextSpan) -> Wording? {
        guard !description.wording.isEmpty else { return nil }
        let claims = description.wording.compactMap { claim in
            place(of: claim).map { (span: $0, wording: claim.wording) }
        }
        let holding = claims.filter { $0.span.contains(span) }.min { $0.span.count < $1.span.count }
        return holding?.wording ?? .reconstructed
    }

    /// Where the words of `claim` stand, or `nil` where the text hasn't got them.
    public func place(of claim: WordingClaim) -> TextSpan? {
        guard let words = claim.words else { return notice.span(of: claim.provision) }
        return locate(quote: words, in: claim.provision)
    }
}
