public import LegalText
public import NoticeModel

/// What `meta.yaml` says about one notice of a corpus.
public struct CorpusEntry: Sendable, Hashable, Identifiable {
    /// The name of the notice in the corpus and of its folder, such as `yinfa-2026-42`.
    public let id: String

    /// The document number in normal form, such as 银发〔2026〕42号.
    public let documentNumber: String?

    /// The title in both languages, without the issuers before 关于.
    public let title: LocalizedText

    /// The date on the document.
    public let date: LegalDate?

    /// The day of publication, from which screening counts the notice as known.
    public let published: LegalDate?

    /// The day from which the notice binds.
    public let effective: LegalDate?

    /// The ids of the notices that this one repeals.
    public let repeals: [String]

    /// The official address of the Chinese text, where it is known.
    public let address: String?

    /// The texts of the notice by language.
    public let texts: [LocalizedText.Language: TextDescription]

    /// What one text of a notice is and where it came from.
    public struct TextDescription: Sendable, Hashable {
        /// The name of the file in the notice's folder.
        public let file: String

        /// The SHA-256 of the file in hexadecimal digits, where the metadata give it.
        public let sha256: String?

        /// The day on which the text was last fetched or compared with where it came from.
        public let retrieved: LegalDate?

        /// How far the text can be relied on.
        public let status: TextStatus

        /// Where the text came from, in one or two sentences.
        public let source: LocalizedText

        /// How far single provisions can be relied on; empty where ``status`` says it all.
        public let wording: [WordingClaim]

        /// Known oddities of the text, each a sentence.
        public let notes: [LocalizedText]
    }
}

/// How far a text of a notice can be relied on.
public enum TextStatus: String, Sendable, Hashable, Codable, CaseIterable {
    /// As the issuing body published it.
    case official
    /// Copied from a published text, not from the issuing body's own page.
    case transcription
    /// A translation that no public body made.
    case unofficialTranslation = "unofficial-translation"
    /// Put back together from excerpts; words may differ from the official text.
    case unofficialReconstruction = "unofficial-reconstruction"
}

/// How the words of a provision of a reconstructed text came about.
public enum Wording: String, Sendable, Hashable, Codable, CaseIterable {
    /// Follows published quotations of the official text.
    case quoted
    /// Follows an answer that officials gave to the press.
    case pressAnswer = "press-answer"
    /// Put together from excerpts and a translation.
    case reconstructed
}

/// A statement of `meta.yaml` about the wording of a provision, or of some words of it.
public struct WordingClaim: Sendable, Hashable {
    /// The provision.
    public let provision: ProvisionID

    /// The words of the provision that the claim is about, or `nil` where it is about all of them.
    public let words: String?

    /// How they came about.
    public let wording: Wording

    /// Creates a claim.
    public init(provision: ProvisionID, words: String? = nil, wording: Wording) {
        self.provision = provision
        self.words = words
        self.wording = wording
    }
}
