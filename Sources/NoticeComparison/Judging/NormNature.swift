import LegalText
import NoticeModel

/// What a norm is to those outside the authorities, which decides what its widening means.
struct NormNature {
    /// Whether the norm only tells authorities how to work with one another.
    let isInternal: Bool

    /// Whether the norm demands nothing but of authorities, in a way that reaches nobody else.
    let isAmongAuthorities: Bool

    private let kind: Norm.Kind

    /// Whether the norm lets authorities act against others, so that those are bound the more the further it reaches.
    private let isPower: Bool

    /// Reads the nature of `norm` from its words, and from the clause before a list that it is a point of.
    init(_ norm: Norm, in text: ComparedText) {
        let notice = text.notice
        let lead = text.leads[norm.id] ?? norm
        let words = notice.text(at: norm.span).lowercased()
        let bearers = (norm.bearers.isEmpty ? lead : norm).bearers.map { notice.text(at: $0.span) }
        let isOnAuthorities =
            bearers.isEmpty ? !Self.namesOther(lead, in: notice) : bearers.allSatisfy(Self.isAuthority)
        let isLiability =
            norm.kind == .statement && !isOnAuthorities && Self.liabilities.contains { words.contains($0) }
        // 有效期五年: for how long the text itself is in force.
        let isSunset = words.count <= 12 && words.hasPrefix("有效期")
        kind = isLiability ? .civilEffect : isSunset ? .statement : norm.kind
        isPower =
            norm.kind == .permission && isOnAuthorities
            && (!bearers.isEmpty || Self.opensWithAuthority(lead, in: notice))
            && !Self.favours.contains { words.contains($0) }
        let isEnforcing = Self.enforcement.contains { words.contains($0) }
        isAmongAuthorities = isOnAuthorities && !isEnforcing && (kind == .obligation || kind == .statement)
        switch kind {
        case .obligation:
            isInternal = isAmongAuthorities
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
        case .permission, .exemption: return isWider == isPower ? .stricter : .looser
        case .definition, .statement, .entryIntoForce, .repeal: return .neutral
        }
    }

    // MARK: - Words

    /// Whether the words before the modal name a subject that is no body of state, where no bearer was read.
    private static func namesOther(_ norm: Norm, in notice: Notice) -> Bool {
        guard norm.kind == .obligation || norm.kind == .statement else { return false }
        let end = norm.cue?.start ?? norm.span.end
        guard norm.kind == .statement || end > norm.span.start else { return false }
        let subject = notice.text(at: TextSpan(start: norm.span.start, end: max(norm.span.start, end))).lowercased()
        if norm.kind == .obligation, states.contains(where: { subject.hasPrefix($0) && subject.count <= $0.count + 6 })
        {
            return false
        }
        return subject.count >= 2 && !authorityWords.contains { subject.contains($0) }
    }

    private static func opensWithAuthority(_ norm: Norm, in notice: Notice) -> Bool {
        guard let cue = norm.cue, cue.start > norm.span.start else { return false }
        let subject = notice.text(at: TextSpan(start: norm.span.start, end: cue.start)).lowercased()
        return authorityWords.contains { subject.contains($0) }
    }

    /// The state itself as who acts.
    private static let states = ["国家", "本省", "本市", "本自治区", "本县", "省", "市", "the state", "the province", "the city"]

    /// Words of a sentence that makes somebody liable without a modal.
    private static let liabilities = ["连带责任", "承担责任", "赔偿责任", "民事责任", "承担违约责任", "liable", "liability for"]

    /// Words of what authorities do for others, not against them.
    private static let favours = [
        "免", "减轻", "从轻", "补助", "补贴", "奖励", "支持", "委托", "鼓励", "许可", "批准", "grant", "waive", "reduce", "exempt",
        "subsid", "support", "approve", "encourage",
    ]

    /// Words of a duty that reach people outside: punishing, closing, holding responsible.
    private static let enforcement = [
        "打击", "查处", "取缔", "追究", "移送司法", "惩戒", "关闭", "关停", "处罚", "处以", "负总责", "吊销", "没收", "严惩", "清退", "管控", "监督检查",
        "crack down", "cracks down", "investigate", "investigating", "punish", "disciplin", "hold the relevant",
        "legally responsible", "overall responsib", "promptly close", "revoke", "confiscate", "strictly control",
        "transferred to the judicial",
    ]

    private static let authorityWords = [
        "部门", "政府", "机关", "人民银行", "证监会", "监管总局", "银保监会", "总局", "外汇局", "网信办", "法院", "检察院", "国务院", "改革委",
        "信息化部", "公安部", "各地区", "department", "government", "authorit", "commission", "ministry", "people's bank",
        "administration", "organ", "regions", "regulator", "court", "procuratorate", "state council",
        "council", "officer", "magistrate", "ministers",
    ]

    /// Whether a bearer is a body of state.
    static func isAuthority(_ bearer: String) -> Bool {
        // A list is on authorities where it begins with one: 各部门、各地区及行业协会.
        let whole = bearer.lowercased()
        var bearer = whole.split { "、，,和及".contains($0) }.first.map(String.init) ?? ""
        // 市住房和城乡建设、市场监督管理等部门 says only at its end what all of them are.
        if let department = ["等部门", "等有关部门", "主管部门"].first(where: whole.hasSuffix) { bearer += department }
        let isPrivate = [
            "金融机构", "支付机构", "中介机构", "企业", "协会", "单位和个人", "enterprise", "institution", "association", "entities",
        ]
        .contains { bearer.contains($0) }
        if states.contains(whole) { return true }
        return !isPrivate && authorityWords.contains { bearer.contains($0) }
    }
}
