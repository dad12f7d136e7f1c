/// The address of a provision inside one notice, such as `art_8` or `art_5__para_2__point_a`.
///
/// The form is that of Akoma Ntoso's `eId`: parts joined by two underscores, each a kind and a number.
/// Numbers are the printed ones, so an address survives an insertion elsewhere in the notice.
public struct ProvisionID: Sendable, Hashable, RawRepresentable {
    /// The address as text.
    public let rawValue: String

    /// Creates an address from its text, which isn't checked.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// The address of a top-level part, such as `art_8`.
    public init(_ kind: Kind, _ number: String) {
        rawValue = "\(kind.rawValue)_\(number)"
    }

    /// The address of a part of this provision, such as `art_8__norm_2`.
    public func appending(_ kind: Kind, _ number: String) -> ProvisionID {
        ProvisionID(rawValue: "\(rawValue)__\(kind.rawValue)_\(number)")
    }

    /// Whether this address is `ancestor`'s, or lies below it.
    public func isInside(_ ancestor: ProvisionID) -> Bool {
        self == ancestor || rawValue.hasPrefix(ancestor.rawValue + "__")
    }
}

extension ProvisionID {
    /// The kinds of provision, abbreviated as the Akoma Ntoso naming convention does.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        /// 编, 篇, 部分, or a part.
        case part
        /// 分编, or a subpart.
        case subpart
        /// 章, or a chapter.
        case chapter = "chp"
        /// 节, or a heading numbered 一、.
        case section = "sec"
        /// 条, or the innermost item whose numbers run on across its parents.
        case article = "art"
        /// 款: a paragraph of an article, numbered by its place.
        case paragraph = "para"
        /// 项 or 目: a numbered item below a paragraph.
        case point
        /// 附件, 附录, 附表.
        case annex
        /// The text before the first provision.
        case preamble
        /// The text after the last provision.
        case conclusions
        /// One norm of a provision.
        case norm
    }
}

extension ProvisionID: CustomStringConvertible {
    /// The address as text.
    public var description: String { rawValue }
}

extension ProvisionID: Codable {
    /// Decodes the address from its text.
    public init(from decoder: any Decoder) throws {
        rawValue = try decoder.singleValueContainer().decode(String.self)
    }

    /// Encodes the address as its text.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(rawValue)
    }
}
