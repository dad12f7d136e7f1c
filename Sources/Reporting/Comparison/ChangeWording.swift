package import LegalText
package import NoticeComparison
import NoticeModel

/// Changes, effects and reasons in words.
package enum ChangeWording {
    /// The name of an effect.
    package static func name(of effect: Effect) -> LocalizedText {
        switch effect {
        case .stricter: LocalizedText(zh: "趋严", en: "stricter")
        case .looser: LocalizedText(zh: "放宽", en: "looser")
        case .mixed: LocalizedText(zh: "有严有宽", en: "mixed")
        case .neutral: LocalizedText(zh: "中性", en: "neutral")
        case .editorial: LocalizedText(zh: "仅文字形式", en: "editorial")
        }
    }

    /// The name of what happened.
    package static func name(of kind: Change.Kind) -> LocalizedText {
        switch kind {
        case .insertion: LocalizedText(zh: "新增", en: "new")
        case .repeal: LocalizedText(zh: "删除", en: "gone")
        case .substitution: LocalizedText(zh: "修改", en: "changed")
        case .renumbering: LocalizedText(zh: "仅重新编号", en: "renumbered only")
        case .move: LocalizedText(zh: "移动", en: "moved")
        case .split: LocalizedText(zh: "拆分", en: "split")
        case .merge: LocalizedText(zh: "合并", en: "merged")
        case .unchanged: LocalizedText(zh: "未变", en: "unchanged")
        }
    }

    /// The name of a part of the head.
    static func name(of field: HeaderChange.Field) -> LocalizedText {
        switch field {
        case .title: LocalizedText(zh: "标题", en: "title")
        case .issuers: LocalizedText(zh: "发文机关", en: "issuers")
        case .addressee: LocalizedText(zh: "主送机关", en: "addressee")
        case .legalBasis: LocalizedText(zh: "依据", en: "legal basis")
        case .entryIntoForce: LocalizedText(zh: "施行", en: "entry into force")
        case .headings: LocalizedText(zh: "各部分标题", en: "headings")
        }
    }

    /// What a change that touches reconstructed words says about itself.
    package static let artefact = LocalizedText(
        zh: "所涉文字为重构文本，此处差异可能出自重构，而非条文修改",
        en: "the words are reconstructed; the difference may be an artefact of that and not of the text"
    )

    /// What every report says about effects.
    package static let caveat = LocalizedText(
        zh: "“趋严”“放宽”等由程序按条文文字判断，注明“存疑”的须由人核对；不是法律意见。",
        en: "Effects are read off the words by a program; those marked as doubtful need a person. Not legal advice."
    )

    /// The name of a kind of norm.
    static func name(of kind: Norm.Kind) -> LocalizedText {
        switch kind {
        case .prohibition: LocalizedText(zh: "禁止", en: "prohibition")
        case .obligation: LocalizedText(zh: "义务", en: "duty")
        case .permission: LocalizedText(zh: "许可", en: "permission")
        case .exemption: LocalizedText(zh: "豁免", en: "exemption")
        case .definition: LocalizedText(zh: "定义", en: "definition")
        case .penalty: LocalizedText(zh: "责任与处罚", en: "sanction")
        case .civilEffect: LocalizedText(zh: "民事效力", en: "civil effect")
        case .entryIntoForce: LocalizedText(zh: "施行", en: "entry into force")
        case .repeal: LocalizedText(zh: "废止", en: "repeal")
        case .statement: LocalizedText(zh: "陈述", en: "statement")
        }
    }
}

// MARK: - Reasons

extension ChangeWording {
    /// The reasons of a change in sentences, each with its effect: what is said of several norms in the same words once.
    package static func sentences(of change: Change) -> [(effect: Effect, text: LocalizedText)] {
        var sentences: [(effect: Effect, text: LocalizedText)] = []
        for reason in change.reasons {
            let text = sentence(of: reason)
            if sentences.contains(where: { $0 == (reason.effect, text) }) { continue }
            sentences.append((reason.effect, text))
        }
        return sentences
    }

    /// A reason in one sentence, without its effect.
    package static func sentence(of reason: Reason) -> LocalizedText {
        let plain = plainSentence(of: reason)
        guard reason.isDoubtful else { return plain }
        return LocalizedText(zh: plain.zh + "（存疑，须人工核对）", en: plain.en + " (doubtful: for a person to check)")
    }

    private static func plainSentence(of reason: Reason) -> LocalizedText {
        switch reason.aspect {
        case .norm: return norm(reason)
        case .modality: return modality(reason)
        case .bearers: return exchange(reason, zh: "适用对象", en: "who is bound", isWhole: true)
        case .subject: return subject(reason)
        case .scope: return scope(reason)
        case .condition: return part(reason, zh: "条件", en: "condition")
        case .exception: return part(reason, zh: "例外", en: "exception")
        case .territory: return territory(reason)
        case .quotedTerms: return exchange(reason, zh: "禁用字样", en: "banned words", isWhole: false)
        case .authorities: return exchange(reason, zh: "负责或配合的部门", en: "the bodies in charge", isWhole: false)
        case .deadline: return exchange(reason, zh: "期限", en: "time limit", isWhole: true)
        case .quantity: return exchange(reason, zh: "数量或频率", en: "a number or frequency", isWhole: true)
        case .penalty: return exchange(reason, zh: "处罚", en: "sanction", isWhole: true)
        case .heading: return LocalizedText(zh: "条标改变", en: "The inline title changed")
        case .wording: return wording(reason)
        case .names: return names(reason)
        case .form:
            return LocalizedText(
                zh: "标点、全半角、数字写法或字形不同",
                en: "Punctuation, width, numerals or characters are written otherwise"
            )
        case .reference: return LocalizedText(zh: "引用的条文编号随之改变", en: "A reference follows the new numbers")
        case .place: return LocalizedText(zh: "移至他处", en: "It stands elsewhere now")
        }
    }

    private static func norm(_ reason: Reason) -> LocalizedText {
        let isNew = reason.newKind != nil
        let kind = name(of: reason.newKind ?? reason.oldKind ?? .statement)
        let words = shortened((reason.added + reason.removed).first ?? "")
        return isNew
            ? LocalizedText(zh: "新增\(kind.zh)：“\(words)”", en: "New \(kind.en): “\(words)”")
            : LocalizedText(zh: "不再有此项\(kind.zh)：“\(words)”", en: "The \(kind.en) is gone: “\(words)”")
    }

    private static func modality(_ reason: Reason) -> LocalizedText {
        let before = name(of: reason.oldKind ?? .statement)
        let after = name(of: reason.newKind ?? .statement)
        return LocalizedText(
            zh: "规范性质由“\(before.zh)”变为“\(after.zh)”",
            en: "What was a \(before.en) is now a \(after.en)"
        )
    }

    private static func subject(_ reason: Reason) -> LocalizedText {
        reason.added.isEmpty
            ? LocalizedText(zh: "不再涉及\(quoted(reason.removed).zh)", en: "No longer covers \(quoted(reason.removed).en)")
            : LocalizedText(zh: "扩大到\(quoted(reason.added).zh)", en: "Extended to \(quoted(reason.added).en)")
    }

    private static func scope(_ reason: Reason) -> LocalizedText {
        switch (reason.added.isEmpty, reason.removed.isEmpty) {
        case (false, true):
            return LocalizedText(zh: "内容增加\(quoted(reason.added).zh)", en: "Words added: \(quoted(reason.added).en)")
        case (true, false):
            return LocalizedText(zh: "内容去掉\(quoted(reason.removed).zh)", en: "Words gone: \(quoted(reason.removed).en)")
        default:
            return exchange(reason, zh: "内容", en: "what is covered", isWhole: true)
        }
    }

    private static func part(_ reason: Reason, zh: String, en: String) -> LocalizedText {
        switch (reason.added.isEmpty, reason.removed.isEmpty) {
        case (false, true):
            return LocalizedText(zh: "增加\(zh)\(quoted(reason.added).zh)", en: "A new \(en): \(quoted(reason.added).en)")
        case (true, false):
            return LocalizedText(
                zh: "去掉\(zh)\(quoted(reason.removed).zh)",
                en: "The \(en) is gone: \(quoted(reason.removed).en)"
            )
        default: return exchange(reason, zh: zh, en: "the \(en)", isWhole: true)
        }
    }

    private static func territory(_ reason: Reason) -> LocalizedText {
        func place(_ names: [String]) -> LocalizedText? {
            switch names.first.flatMap(Norm.Territory.init) {
            case .domestic: LocalizedText(zh: "境内", en: "in the country")
            case .overseas: LocalizedText(zh: "境外", en: "abroad")
            case .inbound: LocalizedText(zh: "由境外向境内", en: "from abroad into the country")
            case .outbound: LocalizedText(zh: "由境内赴境外", en: "by domestic parties abroad")
            case nil: nil
            }
        }
        switch (place(reason.removed), place(reason.added)) {
        case (nil, let after?):
            return LocalizedText(zh: "写明了地域：\(after.zh)", en: "The territory is said now: \(after.en)")
        case (let before?, nil):
            return LocalizedText(zh: "不再写明地域（原为\(before.zh)）", en: "The territory (\(before.en)) is no longer said")
        case (let before?, let after?):
            return LocalizedText(
                zh: "地域由\(before.zh)变为\(after.zh)",
                en: "The territory was \(before.en), now \(after.en)"
            )
        case (nil, nil): return LocalizedText(zh: "地域改变", en: "The territory changed")
        }
    }

    private static func wording(_ reason: Reason) -> LocalizedText {
        if reason.added.isEmpty, reason.removed.isEmpty {
            return LocalizedText(zh: "不含可判断严宽的规范", en: "It holds no norm whose effect could be judged")
        }
        return LocalizedText(
            zh: "措辞改变，未见规范要素变化",
            en: "The wording changed; no part of a norm was seen to change"
        )
    }

    private static func names(_ reason: Reason) -> LocalizedText {
        let pairs = zip(reason.removed, reason.added).map { "\($0) → \($1)" }
        return LocalizedText(
            zh: "同一主体或事物的另一名称：\(pairs.joined(separator: "；"))",
            en: "Another name of the same thing: \(pairs.joined(separator: "; "))"
        )
    }

    /// What came and what went, or the whole before and after.
    private static func exchange(_ reason: Reason, zh: String, en: String, isWhole: Bool) -> LocalizedText {
        if isWhole, !reason.added.isEmpty, !reason.removed.isEmpty {
            let change = direction(of: reason)
            return LocalizedText(
                zh: "\(zh)\(change.zh)：\(quoted(reason.removed).zh) → \(quoted(reason.added).zh)",
                en: "\(capitalized(en)) \(change.en): \(quoted(reason.removed).en) → \(quoted(reason.added).en)"
            )
        }
        var chinese: [String] = []
        var english: [String] = []
        if !reason.added.isEmpty {
            chinese.append("增加\(quoted(reason.added).zh)")
            english.append("added \(quoted(reason.added).en)")
        }
        if !reason.removed.isEmpty {
            chinese.append("减少\(quoted(reason.removed).zh)")
            english.append("gone \(quoted(reason.removed).en)")
        }
        return LocalizedText(
            zh: "\(zh)：\(chinese.joined(separator: "，"))",
            en: "\(capitalized(en)): \(english.joined(separator: ", "))"
        )
    }

    private static func direction(of reason: Reason) -> LocalizedText {
        guard reason.aspect == .bearers else { return LocalizedText(zh: "改变", en: "changed") }
        switch reason.effect {
        case .stricter: return LocalizedText(zh: "扩大", en: "widened")
        case .looser: return LocalizedText(zh: "缩小", en: "narrowed")
        case .neutral where !reason.isDoubtful: return LocalizedText(zh: "改换说法", en: "reworded")
        default: return LocalizedText(zh: "改变", en: "changed")
        }
    }

    // MARK: - Words

    private static func quoted(_ texts: [String]) -> LocalizedText {
        let short = texts.map(shortened)
        return LocalizedText(
            zh: short.map { "“\($0)”" }.joined(separator: "、"),
            en: short.map { "“\($0)”" }.joined(separator: ", ")
        )
    }

    private static func capitalized(_ text: String) -> String {
        text.prefix(1).uppercased() + text.dropFirst()
    }

    /// The most characters of a quote inside a sentence.
    private static let longestQuote = 90

    private static func shortened(_ text: String) -> String {
        let flowed = SpanMarker.visible(FlowedText.flowed(text))
        return flowed.count > longestQuote ? flowed.prefix(longestQuote) + "…" : flowed
    }
}
