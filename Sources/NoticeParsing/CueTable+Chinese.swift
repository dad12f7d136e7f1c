import NoticeModel

extension CueTable {
    /// The cues of Chinese, in simplified characters: lines are folded before they are compared.
    static let chinese: CueTable = {
        var cues = modal(
            .prohibition,
            [
                "一律严格禁止", "应予以禁止", "应予禁止", "应当予以禁止", "予以禁止", "一律禁止", "严格禁止", "严厉禁止", "不应且不能", "不得", "严禁", "不准",
                "不允许", "不许", "不应当", "不可以", "切勿", "不能作为", "不能用于",
            ]
        )
        cues += [
            Cue("禁止", .prohibition, isModal: true, notAfter: "被", notBefore: "性类令"),
            Cue("不应", .prohibition, isModal: true, notBefore: "有"),
            Cue("坚决依法取缔", .prohibition), Cue("坚决取缔", .prohibition), Cue("依法取缔", .prohibition),
            Cue("坚决杜绝", .prohibition), Cue("不予", .prohibition, doubt: "不予 binds the body in charge"),
            Cue("不得已", nil), Cue("不禁止", nil),
        ]
        // A limit on a quantity is a duty to keep to it.
        cues += modal(
            .obligation,
            [
                "不得少于", "不得低于", "不得高于", "不得超过", "不得多于", "不得迟于", "不得晚于", "不得早于", "不得小于", "不得大于", "不得不", "应当",
                "应该", "必须", "务必",
            ]
        )
        cues += [
            Cue(
                "应",
                .obligation,
                isModal: true,
                notAfter: "供相反响适对效回感呼答照",
                notBefore: "用急对收付税届诉邀运知聘纳有是变激力"
            ),
            Cue("应当是", .statement), Cue("应知", nil),
            Cue("须", .obligation, isModal: true, notAfter: "无毋", notBefore: "知"),
            Cue(
                "要",
                .obligation,
                notAfter: "需主重必只概纪摘紧首简扼机险不",
                notBefore: "求素点件约么闻旨领害塞冲"
            ),
            Cue("需", .obligation, notAfter: "所急刚必供内军无", notBefore: "求"),
            Cue("移送司法机关", .obligation), Cue("移送公安机关", .obligation), Cue("一律停止", .obligation),
            Cue("负总责", .obligation, notBefore: "、的"), Cue("负责", .obligation, notBefore: "人任的"),
            Cue("分级负责", nil), Cue("有义务", .obligation), Cue("有责任", .obligation),
        ]
        cues += modal(.permission, ["可以", "准予"])
        cues += [
            Cue("有权", .permission, isModal: true, notAfter: "所持享"),
            Cue("允许", .permission), Cue("不受允许", nil),
            Cue("可", .permission, notAfter: "许认不尚均皆", notBefore: "能行靠疑追持控见信比谓观口贵变用"),
        ]
        cues += ["不适用", "免于", "免予", "豁免", "无需", "无须", "毋须", "不必", "可以不", "可不"].map { Cue($0, .exemption) }
        cues += ["是指", "系指", "指通过", "指以"].map { Cue($0, .definition) }
        cues += [
            "依法追究", "追究", "处以", "予以处罚", "给予处罚", "依法处罚", "从重处罚", "给予行政处罚", "予以行政处罚", "处以行政处罚", "没收", "吊销", "予以惩戒",
            "给予处分",
        ].map { Cue($0, .penalty) }
        cues += [
            Cue("罚款", .penalty), Cue("责令", .penalty),
            Cue("严肃追究", .obligation, doubt: "a duty is stated without a modal word"),
        ]
        cues += ["自行承担", "不受法律保护", "承担民事责任", "承担赔偿责任", "依法赔偿"].map { Cue($0, .civilEffect) }
        cues += [Cue("无效", .civilEffect, notBefore: "的")]
        cues += ["起施行", "起实施", "起执行", "起生效"].map { Cue($0, .entryIntoForce) }
        cues += ["同时废止", "予以废止", "即行废止", "自行废止", "一并废止", "废止"].map { Cue($0, .repeal, notBefore: "的") }
        cues += ["不具有", "具有", "不属于", "属于", "不构成", "存在"].map { Cue($0, .statement) }
        return CueTable(cues, needsWordEdges: false)
    }()

    /// Modals that are sure.
    private static func modal(_ kind: Norm.Kind, _ phrases: [String]) -> [Cue] {
        phrases.map { Cue($0, kind, isModal: true) }
    }
}
