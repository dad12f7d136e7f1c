import LegalText
package import NoticeModel

/// A part of a norm that expected and found norms are compared in, named as in the JSON of a norm.
package enum NormPart: String, Sendable, Hashable, CaseIterable {
    case bearers, action, object, condition, exception, territory, items, quotedTerms, authorities, deadline, penalty

    /// Whether the part is a list.
    package var isList: Bool {
        switch self {
        case .bearers, .items, .quotedTerms, .authorities: true
        case .action, .object, .condition, .exception, .territory, .deadline, .penalty: false
        }
    }

    /// Whether the part is compared only where the expected norm speaks of it.
    ///
    /// Any other part that an expected norm leaves out is one that the norm hasn't got.
    var isJudgedOnlyWhereWritten: Bool {
        self == .items || self == .quotedTerms
    }

    /// The words of the part in `norm`, none where it hasn't got the part.
    package func texts(of norm: Norm, in notice: Notice) -> [String] {
        switch self {
        case .bearers: norm.bearers.map { notice.text(at: $0.span) }
        case .action: norm.action.map { [notice.text(at: $0.span)] } ?? []
        case .object: norm.object.map { [notice.text(at: $0.span)] } ?? []
        case .condition: norm.condition.map { [notice.text(at: $0.span)] } ?? []
        case .exception: norm.exception.map { [notice.text(at: $0.span)] } ?? []
        case .territory: norm.territory.map { [$0.rawValue] } ?? []
        case .items: norm.items.map { notice.text(at: $0.span) }
        case .quotedTerms: norm.quotedTerms.map(\.text)
        case .authorities: norm.authorities.map { notice.text(at: $0.span) }
        case .deadline: norm.deadline.map { [notice.text(at: $0.span)] } ?? []
        case .penalty: norm.penalty.map { [notice.text(at: $0.span)] } ?? []
        }
    }

    /// Whether two readings of the part are the same.
    ///
    /// White space, the width of letters and punctuation, and punctuation at the edges don't count. Nor does where a
    /// list is cut: 企业、个体工商户 as one bearer is the same as 企业 and 个体工商户.
    package func isSame(_ left: [String], _ right: [String]) -> Bool {
        form(of: left).hasSameWords(as: form(of: right))
    }

    private func form(of texts: [String]) -> QuoteForm {
        var text = texts.map(Self.withoutEdges).joined(separator: "、")
        if isList {
            for conjunction in [" as well as ", " and ", " or ", "以及"] {
                text = text.replacing(conjunction, with: "、")
            }
            text.unicodeScalars.removeAll { Self.joints.contains($0) }
        }
        return QuoteForm(text[...], from: 0)
    }

    /// What stands between the members of a list.
    private static let joints: Set<Unicode.Scalar> = ["、", "，", ",", "和", "及", "与", "或"]

    private static let edges: Set<Unicode.Scalar> = ["。", "，", "；", "：", "、", ".", ",", ";", ":"]

    private static func withoutEdges(_ text: String) -> Substring {
        let counts = { (scalar: Unicode.Scalar) in !scalar.isBlank && !edges.contains(scalar) }
        let scalars = text.unicodeScalars
        guard let first = scalars.firstIndex(where: counts), let last = scalars.lastIndex(where: counts) else {
            return text[text.startIndex..<text.startIndex]
        }
        return text[first..<scalars.index(after: last)]
    }
}
