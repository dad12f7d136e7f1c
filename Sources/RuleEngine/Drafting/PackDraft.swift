package import LegalText
package import NoticeModel

/// The notice from which a pack is drafted, with what the pack is to be called.
package struct PackDraft: Sendable {
    /// The pack's id, equal to the notice's.
    package let id: String

    /// The notice.
    package let notice: Notice

    /// The language of its text.
    package let language: LocalizedText.Language

    /// The pack's title.
    package let title: LocalizedText

    /// The notice that repeals this one, or `nil`.
    package let successor: String?

    /// Creates a draft.
    package init(
        id: String,
        notice: Notice,
        language: LocalizedText.Language,
        title: LocalizedText,
        successor: String? = nil
    ) {
        self.id = id
        self.notice = notice
        self.language = language
        self.title = title
        self.successor = successor
    }
}
