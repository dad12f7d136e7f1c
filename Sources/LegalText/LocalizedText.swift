/// One message in both languages of the project.
public struct LocalizedText: Sendable, Hashable, Codable {
    /// The Chinese wording.
    public let zh: String

    /// The English wording.
    public let en: String

    /// Creates a message from its two wordings.
    public init(zh: String, en: String) {
        self.zh = zh
        self.en = en
    }

    /// The wording in `language`.
    public subscript(language: Language) -> String {
        switch language {
        case .zh: zh
        case .en: en
        }
    }

    /// The languages that messages, rules and notice texts come in.
    public enum Language: String, Sendable, Hashable, Codable, CaseIterable {
        /// Chinese.
        case zh
        /// English.
        case en
    }
}
