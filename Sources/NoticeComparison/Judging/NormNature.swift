import LegalText
import NoticeModel

/// What a norm is to those outside the authorities, which decides what its widening means.
struct NormNature {
    /// Whether the norm only tells authorities how to work with one another.
    let isInternal: Bool

    private let kind: Norm.Kind

    /// Reads the nature of `norm` from its words.
    init(_ norm: Norm, in notice: Notice) {
        kind = norm.kind
        let words = notice.text(at: norm.span).lowercased()
        let bearers = norm.bearers.map { notice.text(at: $0.span) }
        let isOnAuthorities = bearers.isEmpty || bearers.allSatisfy(Self.isAuthority)
        switch norm.kind {
        case .obligation:
            isInternal = isOnAuthorities && !Self.enforcement.contains { words.contains($0) }
        case .statement, .definition, .entryIntoForce, .repeal:
            isInternal = true
        case .prohibition, .permission, .exemption, .penalty, .civilEffect:
            isInternal = false
        }
    }

    /// What it means that the norm reaches further, or less far.
    func effect(ofWidening isWider: Bool) -> Effect {
        if isInternal { return .neutral }
        switch kind {
        case .prohibition, .obligation, .penalty, .civilEffect: return isWider ? .stricter : .looser
        case .permission, .exemption: return isWider ? .looser : .stricter
        case .definition, .statement, .entryIntoForce, .repeal: return .neutral
        }
    }

    // MARK: - Words

    /// Words of a duty that reach people outside: punishing, closing, holding responsible.
    private static let enforcement = [
        "打击", "查处", "取缔", "追究", "移送司法", "惩戒", "关闭", "关停", "处罚", "处以", "负总责", "吊销", "没收", "严惩", "清退", "管控",
        "crack down", "cracks down", "investigate", "investigating", "punish", "disciplin", "hold the relevant",
        "legally responsible", "overall responsib", "promptly close", "revoke", "confiscate", "strictly control",
        "transferred to the judicial",
    ]

    private static let authorityWords = [
        "部门", "政府", "机关", "人民银行", "证监会", "监管总局", "银保监会", "总局", "外汇局", "网信办", "法院", "检察院", "国务院", "改革委",
        "信息化部", "公安部", "各地区", "department", "government", "authorit", "commission", "ministry", "people's bank",
        "administration", "organ", "regions", "regulator", "court", "procuratorate", "state council",
    ]

    /// Whether a bearer is a body of state.
    static func isAuthority(_ bearer: String) -> Bool {
        // A list is on authorities where it begins with one: 各部门、各地区及行业协会.
        let bearer = bearer.lowercased().split { "、，,和及".contains($0) }.first.map(String.init) ?? ""
        let isPrivate = [
            "金融机构", "支付机构", "中介机构", "企业", "协会", "单位和个人", "enterprise", "institution", "association", "entities",
        ]
        .contains { bearer.contains($0) }
        return !isPrivate && authorityWords.contains { bearer.contains($0) }
    }
}
