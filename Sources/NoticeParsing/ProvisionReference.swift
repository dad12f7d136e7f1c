import NoticeModel

/// Words that point at a provision: 第十条第二款第（三）项, 前款, 本通知第（八）项, Article 5(2).
struct ProvisionReference: Sendable, Hashable {
    /// Where the pointer starts from.
    enum Origin: Sendable, Hashable {
        /// From the document: 第十条.
        case document
        /// From the article that the words stand in: 第二款, 前款, 本条.
        case article
        /// From the paragraph that the words stand in: 前项, 第三项.
        case paragraph
    }

    /// What a part of the pointer says.
    enum Step: Sendable, Hashable {
        /// 第N章, 第N节, 第N编.
        case division(ProvisionID.Kind, Int)
        /// 第N条, 第N条之M.
        case article(Int, suffix: Int?)
        /// 第N款.
        case paragraph(Int)
        /// 第N项, 第N目.
        case point(String)
        /// 前条, 前款, 前项: so many before this one.
        case previous(ProvisionID.Kind, Int)
        /// 本条, 本款.
        case this(ProvisionID.Kind)
    }

    /// Where the pointer starts from.
    var origin: Origin

    /// The parts, from the outermost on.
    var steps: [Step]

    /// The last provision of a range: 第十五条 in 第十条至第十五条.
    var through: [Step] = []

    /// The scalars of the words.
    var range: Range<Int>

    /// The address as the words give it, from the outermost provision that they name; `nil` for 前款 and 本条.
    static func address(_ steps: [Step]) -> ProvisionID? {
        var id: ProvisionID?
        func add(_ kind: ProvisionID.Kind, _ number: String) {
            id = id?.appending(kind, number) ?? ProvisionID(kind, number)
        }
        for step in steps {
            switch step {
            case .division(let kind, let number): add(kind, String(number))
            case .article(let number, let suffix): add(.article, suffix.map { "\(number)-\($0)" } ?? String(number))
            case .paragraph(let number): add(.paragraph, String(number))
            case .point(let number): add(.point, number)
            case .previous, .this: return nil
            }
        }
        return id
    }
}
