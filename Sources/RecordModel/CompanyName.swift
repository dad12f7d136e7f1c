public import LegalText

/// A registered name cut into the parts that Chinese registration law gives it: 行政区划, 字号, 行业, 组织形式.
///
/// The order and the names of the parts are those of 企业名称登记管理规定 (State Council Decree No. 734, Art. 6). Not every name
/// has every part, and a name whose trade name can't be told from its industry has a body that belongs to neither.
public struct CompanyName: Sendable, Hashable {
    /// The parts in the order of the name; they don't overlap.
    public let parts: [Part]

    /// Creates a name; the parts are put in order.
    public init(parts: [Part]) {
        self.parts = parts.sorted { $0.span < $1.span }
    }

    /// One part of a name.
    public struct Part: Sendable, Hashable {
        /// What it is.
        public let kind: Kind

        /// Where it stands, in UTF-8 bytes of the name.
        public let span: TextSpan

        /// Creates a part.
        public init(_ kind: Kind, _ span: TextSpan) {
            self.kind = kind
            self.span = span
        }
    }

    /// The kinds of part.
    public enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
        /// 行政区划: the place, at the start or in brackets.
        case region
        /// 字号: what tells the enterprise from others.
        case tradeName = "trade-name"
        /// 行业: what it does.
        case industry
        /// 组织形式: what kind of body it is.
        case form
        /// 分支机构: the branch behind the name of its enterprise.
        case branch
    }

    /// The parts that hold a piece of `span`, in order, each once.
    public func kinds(at span: TextSpan) -> [Kind] {
        var kinds: [Kind] = []
        for part in parts where part.span.overlaps(span) && !kinds.contains(part.kind) { kinds.append(part.kind) }
        return kinds
    }
}
