internal import LegalText
internal import RecordModel

/// The doubts that the engine itself raises, whatever the rule.
enum EngineDoubt {
    static let territoryUnknown = Doubt(
        "territory-unknown",
        LocalizedText(
            zh: "所给文字看不出业务是否在境内开展",
            en: "the text given doesn't say whether the business is carried on in the country"
        )
    )
    static let territoryOverseas = Doubt(
        "territory-overseas",
        LocalizedText(
            zh: "文字把业务说在境外，是否在境内开展不明",
            en: "the text places the business abroad; whether it is also carried on in the country is unknown"
        )
    )
    static let bearerUnknown = Doubt(
        "bearer-unknown",
        LocalizedText(
            zh: "所给文字看不出主体是境内还是境外",
            en: "the text given doesn't say whether the party is domestic or foreign"
        )
    )
    static let actorUnknown = Doubt(
        "actor-unknown",
        LocalizedText(
            zh: "所给文字看不出主体属于该条文约束的机构",
            en: "the text given doesn't say whether the party is of the kind that the clause binds"
        )
    )
    static let actorDoubtful = Doubt(
        "actor-doubtful",
        LocalizedText(
            zh: "主体类型近似该条文约束的机构，是否在内须判断",
            en: "the party is of a kind close to those that the clause binds; whether it is among them must be judged"
        )
    )
    static let audienceUnknown = Doubt(
        "audience-unknown",
        LocalizedText(
            zh: "所给文字看不出是否向境内主体提供服务",
            en: "the text given doesn't say whether domestic parties are served"
        )
    )
    static let controlNotAssessed = Doubt(
        "control-not-assessed",
        LocalizedText(
            zh: "境外主体是否受境内主体控制，从文字看不出，未作判断",
            en: "whether a domestic party controls this foreign one can't be read off a text and wasn't assessed"
        )
    )
    static let approvalClaimed = Doubt(
        "approval-claimed",
        LocalizedText(
            zh: "记录声称已获同意、批准或备案，须核实",
            en: "the record claims a consent, approval or filing, which must be verified"
        )
    )
    static let brokenTerm = Doubt(
        "broken-term",
        LocalizedText(
            zh: "词语中间被空格、换行或标点隔开，可能是相邻的两个词",
            en: "the term is broken by a blank, a line break or a mark and may be two words side by side"
        )
    )
    static let disguised = Doubt(
        "disguise",
        LocalizedText(
            zh: "须把拆字、拼音或同音、形近字还原才成为该词语，是否确指该词语须人工判断",
            en:
                "the term is read only by undoing split characters, pinyin or substitutes; whether it is meant must be judged"
        )
    )
    static let denialDoubtful = Doubt(
        "denial-doubtful",
        LocalizedText(
            zh: "同句有否定词，但不能确定其是否及于这些词",
            en: "the clause holds a denial, but it isn't certain that it reaches these words"
        )
    )
    static let deniedMention = Doubt(
        "denied-mention",
        LocalizedText(
            zh: "该字样出现在否定或限定的表述中；名称、经营范围不得含有该字样，仍须人工判断",
            en: "the word stands in a denial or limit; a registered name or scope must not contain it all the same"
        )
    )
    static let notRegisteredName = Doubt(
        "not-registered-name",
        LocalizedText(
            zh: "企业名称以规范汉字登记，所给文字不是登记名称或登记的经营范围",
            en: "names are registered in Chinese characters; the text given isn't the registered name or scope"
        )
    )
    static let formerName = Doubt(
        "former-name",
        LocalizedText(
            zh: "该字样在曾用名或其他名称中，现登记名称未必含有",
            en: "the word stands in a former or other name, not in the present registered name"
        )
    )
    static let otherOrganisation = Doubt(
        "bearer-not-enterprise",
        LocalizedText(
            zh: "该禁令约束企业、个体工商户，这一主体是否在内须判断",
            en: "the ban binds enterprises and individual businesses; whether this body is one must be judged"
        )
    )
    static let foreignBearer = Doubt(
        "bearer-foreign",
        LocalizedText(
            zh: "主体似在境外登记，境内名称登记规则未必适用",
            en: "the party seems to be registered abroad, where the rules on mainland names may not apply"
        )
    )
}
