#if Service
    import DecisionLog
    import LegalText
    import RecordModel
    import Reporting

    /// One decision with what people decided of it.
    struct DecisionView: PageView {
        let id: String
        let title: String
        let level: String
        let label: String
        let saved: String?
        let fault: String?
        let facts: [VerdictView.Pair]
        let record: [VerdictView.Pair]
        let findings: [StoredFinding]
        let steps: [Step]
        let form: FormView?
        let recheck: String

        /// Something that a person decided.
        struct Step {
            let when: String
            let who: String
            let what: String
            let about: String
            let reason: String?
            let answered: String?
            let answerForm: AnswerForm?
        }

        /// What it takes to agree to a release.
        struct AnswerForm {
            let answerToken: String
            let answerID: String
            let answerOperator: String
            let answerAsks: Bool
        }

        /// What it takes to decide something.
        struct FormView {
            let decision: String
            let formToken: String
            let kinds: [ChoiceView]
            let choices: [ChoiceView]
            let hasSeveral: Bool
            let asksOperator: Bool
            let operatorName: String
            let typedNote: String
        }

        static let template = """
            <p class="small noprint"><a href="/decisions">⟦决定记录|Decisions⟧</a></p>
            <h1>{{{title}}}</h1>
            {{#saved}}<p class="said" role="status">{{.}}</p>{{/saved}}
            {{#fault}}<p class="wrong" role="alert" id="fault">{{.}}</p>{{/fault}}
            <section class="verdict {{level}}" aria-label="⟦结论|Verdict⟧"><h2>{{label}}</h2></section>
            <dl class="pairs record">{{#record}}<div><dt>{{key}}</dt><dd>{{{html}}}</dd></div>{{/record}}</dl>
            {{#findings}}{{>StoredFinding}}{{/findings}}
            <h2>⟦处置经过|What was decided⟧</h2>
            {{^steps}}<p class="soft">⟦尚无处置。|Nothing yet.⟧</p>{{/steps}}
            <ol class="steps">{{#steps}}<li><strong>{{what}}</strong> <span class="small">{{when}} · {{who}}</span><br><span class="small code">{{about}}</span>
            {{#reason}}<p>{{.}}</p>{{/reason}}{{#answered}}<p>{{.}}</p>{{/answered}}
            {{#answerForm}}<form method="post" action="/decisions/answers/{{answerID}}" class="narrow"><input type="hidden" name="token" value="{{answerToken}}">
            {{#answerAsks}}<label>⟦复核人|Second person⟧ <input name="operator" value="{{answerOperator}}" required maxlength="100"></label>{{/answerAsks}}
            <label>⟦意见|Remark⟧ <input name="note" maxlength="4000"></label>
            <div class="actions"><button name="approve" value="true">⟦同意|Approve⟧</button> <button class="plain" name="approve" value="false">⟦不同意|Decline⟧</button></div></form>{{/answerForm}}</li>
            {{/steps}}</ol>
            {{#form}}<section class="noprint"><h2>⟦新的处置|Decide⟧</h2>
            <form method="post" action="/decisions/{{decision}}" class="narrow">
            <input type="hidden" name="token" value="{{formToken}}">
            <label for="kind">⟦处置|Disposition⟧</label><select id="kind" name="kind">{{#kinds}}<option value="{{value}}"{{#selected}} selected{{/selected}}>{{label}}</option>{{/kinds}}</select>
            {{#hasSeveral}}<fieldset><legend>⟦针对哪些命中|Which findings⟧ <span class="hint">⟦都不选即全部|all where none is chosen⟧</span></legend>
            {{#choices}}<label><input type="checkbox" name="rule" value="{{value}}"> <span class="code">{{label}}</span></label><br>{{/choices}}</fieldset>{{/hasSeveral}}
            <label for="day">⟦日期|Day⟧ <span class="hint">⟦暂缓至、整改期限或报告之日|until, by or on⟧</span></label><input type="date" id="day" name="day">
            <label for="party">⟦报告对象|Reported to⟧ <span class="hint">⟦仅“已报告”|only where reported⟧</span></label><input id="party" name="party" maxlength="200">
            <label for="by">⟦整改后的决定编号|The new decision⟧ <span class="hint">⟦仅“已整改”|only where rectified⟧</span></label><input id="by" name="by" maxlength="40">
            <label for="note">⟦理由或说明|Reason⟧</label><textarea id="note" name="note" rows="3" maxlength="4000">{{typedNote}}</textarea>
            {{#asksOperator}}<label for="operator">⟦操作人|Operator⟧</label><input id="operator" name="operator" value="{{operatorName}}" required maxlength="100" autocomplete="name">{{/asksOperator}}
            <p><button>⟦记录处置|Record⟧</button></p></form></section>{{/form}}
            <h2>⟦依据与出处|What it rests on⟧</h2>
            <dl class="pairs">{{#facts}}<div><dt>{{key}}</dt><dd>{{{html}}}</dd></div>{{/facts}}</dl>
            <p class="noprint"><a href="{{recheck}}">⟦按现行规则再筛查一次|Check again under today's rules⟧</a></p>
            """
    }

    /// A finding as the log keeps it.
    struct StoredFinding: PageView {
        let findingLevel: String
        let findingLabel: String
        let rule: String
        let basis: String
        let noticePath: String
        let quote: String?
        let quoteLanguage: String
        let status: String?
        let words: String
        let why: String
        let doubts: [String]
        let standing: String

        static let template = """
            <article class="card split"><h3><span class="badge {{findingLevel}}">{{findingLabel}}</span> <a class="small code" href="/rules/{{rule}}">{{rule}}</a></h3>
            <div><dl class="pairs"><div><dt>⟦命中文字|Words⟧</dt><dd>{{{words}}}</dd></div><div><dt>⟦理由|Why⟧</dt><dd>{{why}}</dd></div>
            {{#doubts}}<div><dt>⟦存疑|Doubt⟧</dt><dd>{{.}}</dd></div>{{/doubts}}<div><dt>⟦处置|Disposition⟧</dt><dd>{{standing}}</dd></div></dl></div>
            <div><p><strong>⟦依据|Basis⟧</strong> <a href="{{noticePath}}">{{basis}}</a></p>{{#quote}}<blockquote lang="{{quoteLanguage}}">{{.}}</blockquote>{{/quote}}{{#status}}<p class="status">⟦条文来源|Text⟧⟦：|: ⟧{{.}}</p>{{/status}}</div></article>
            """

        /// Reads a finding of a decision.
        init(_ json: JSONInput, _ standings: [Standing], in language: LocalizedText.Language) {
            func text(_ value: JSONInput?) -> String? {
                if case .string(let text)? = value { text } else { nil }
            }
            func list(_ value: JSONInput?) -> [JSONInput] {
                if case .array(let values)? = value { values } else { [] }
            }
            let rule = text(json["rule"]) ?? ""
            let level = text(json["verdict"]).flatMap(Verdict.Level.init(rawValue:)) ?? .review
            let basis = json["basis"]
            let notice = text(basis?["notice"]) ?? ""
            let provision = text(basis?["provision"]) ?? ""
            findingLevel = level.rawValue
            findingLabel = Wording.label(of: level, in: language)
            self.rule = rule
            self.basis = (text(basis?["documentNumber"]) ?? notice) + (text(basis?["label"]) ?? " \(provision)")
            noticePath = FindingText(language: language).path(notice, provision)
            quote = text(basis?["quote"])
            quoteLanguage = text(basis?["language"]) == "en" ? "en" : "zh-Hans"
            status = text(basis?["status"]).map { Wording.status($0)[language] }
            words = list(json["evidence"]).compactMap { text($0["text"]) }
                .map { "<mark>\(HTMLText.escaped($0))</mark>" }.joined(separator: " ")
            why = text(json["explanation"]?[language.rawValue]) ?? ""
            doubts = list(json["doubts"]).compactMap { text($0[language.rawValue]) }
            standing = standings.first { $0.rule == rule }?.summary[language] ?? ""
        }

        /// The words of a record that findings of a decision mark.
        static func evidence(in findings: [JSONInput]) -> [Evidence] {
            func number(_ value: JSONInput?) -> Int? {
                if case .number(let digits)? = value { Int(digits) } else { nil }
            }
            return findings.flatMap { finding -> [Evidence] in
                guard case .array(let list)? = finding["evidence"] else { return [] }
                return list.compactMap { item in
                    guard case .string(let name)? = item["field"], let field = Field(rawValue: name),
                        let start = number(item["start"]), let end = number(item["end"]), start <= end
                    else { return nil }
                    return Evidence(
                        field: field,
                        index: number(item["index"]) ?? 0,
                        span: TextSpan(start: start, end: end),
                        text: "",
                        term: "",
                        disguise: []
                    )
                }
            }
        }
    }
#endif
