#if Service
    /// The verdict on one record, as a page shows it and as it is sent while one types.
    struct VerdictView: PageView {
        let level: String
        let label: String
        let summary: String
        let record: [Pair]
        let findings: [FindingView]
        let released: [String]
        let changes: [Change]
        let outcomeOfAll: Outcome?
        let rules: [RuleGroup]
        let whyNot: WhyNotView?
        let similar: [Similar]
        let hasSimilar: Bool
        let permalink: String?
        let note: String
        let packName: String
        let packDigest: String
        let keep: KeepView?

        struct Pair {
            let key: String
            let html: String
        }

        /// A change of the name or scope that would take a word out.
        struct Change {
            let field: String
            let name: String
            let value: String
            let outcomeLevel: String
            let outcome: String
        }

        /// What the verdict would be if every change were made.
        struct Outcome {
            let allLevel: String
            let allLabel: String
        }

        struct RuleGroup {
            let article: String
            let options: [ChoiceView]
        }

        struct WhyNotView {
            let ruleAsked: String
            let reason: String
            let closest: [String]
        }

        /// An earlier decision.
        struct Similar {
            let path: String
            let kind: String
            let day: String
            let title: String
            let levelThen: String
            let labelThen: String
            let standings: String
        }

        /// What it takes to keep the decision.
        struct KeepView {
            let fields: [Field]
            let formToken: String
            let asksOperator: Bool
            let operatorName: String
            let hasFindings: Bool
            let kinds: [ChoiceView]

            struct Field {
                let hiddenName: String
                let hiddenValue: String
            }
        }

        static let template = """
            <section class="verdict {{level}}" aria-labelledby="verdict-label">
            <h2 id="verdict-label">{{label}}</h2>
            <p data-announce>{{summary}}</p>
            </section>
            <dl class="pairs record">
            {{#record}}<div><dt>{{key}}</dt><dd>{{{html}}}</dd></div>
            {{/record}}</dl>
            {{#findings}}{{>FindingView}}
            {{/findings}}
            {{#changes}}<div class="advice noprint"><p><strong>⟦试改{{field}}|Try another {{field}}⟧</strong>⟦：|: ⟧{{value}}</p>
            <p>⟦只改此处的结论|The verdict with this change alone⟧⟦：|: ⟧<span class="badge {{outcomeLevel}}">{{outcome}}</span>
            <button class="plain" form="check" name="try-{{name}}" value="{{value}}" data-fill="{{name}}" data-value="{{value}}">⟦按此试查|Try this change⟧</button></p></div>
            {{/changes}}
            {{#outcomeOfAll}}<p class="noprint">⟦以上各处都改后的结论|The verdict with all of these changes⟧⟦：|: ⟧<span class="badge {{allLevel}}">{{allLabel}}</span></p>{{/outcomeOfAll}}
            {{#released}}<p class="soft">⟦未计入（原文另有限定）|Not counted, for the text says otherwise⟧⟦：|: ⟧{{{.}}}</p>
            {{/released}}
            <details id="why-not"{{#whyNot}} open{{/whyNot}}><summary>⟦为什么没有触发某条规则|Why a rule did not fire⟧</summary>
            <div class="row"><div><label for="why-not-rule">⟦规则|Rule⟧</label>
            <select id="why-not-rule" name="why-not" form="check"><option value="">⟦请选择|Choose⟧</option>
            {{#rules}}<optgroup label="{{article}}">{{#options}}<option value="{{value}}"{{#selected}} selected{{/selected}}>{{label}}</option>{{/options}}</optgroup>
            {{/rules}}</select></div><p class="fixed"><button class="plain" form="check">⟦说明|Explain⟧</button></p></div>
            {{#whyNot}}<div class="advice" role="status"><p><span class="code">{{ruleAsked}}</span></p><p>{{reason}}</p>{{#closest}}<p>{{{.}}}</p>{{/closest}}</div>{{/whyNot}}
            </details>
            <details id="similar"{{#hasSimilar}} open{{/hasSimilar}}><summary>⟦此前的相关决定|Decided before⟧</summary>
            {{^similar}}<p class="soft">⟦决定记录中没有同一记录、相同字号或同一规则的决定。|The log has no decision on this record, its trade name or these rules.⟧</p>{{/similar}}
            <ul>{{#similar}}<li>{{kind}}⟦：|: ⟧<a href="{{path}}">{{{title}}}</a> <span class="badge {{levelThen}}">{{labelThen}}</span> {{standings}} <span class="small">{{day}}</span></li>
            {{/similar}}</ul></details>
            {{#keep}}<details id="keep" class="noprint"><summary>⟦记入决定记录|Record the decision⟧</summary>
            <form method="post" action="/decisions">
            <input type="hidden" name="token" value="{{formToken}}">{{#fields}}<input type="hidden" name="{{hiddenName}}" value="{{hiddenValue}}">{{/fields}}
            {{#asksOperator}}<label for="keep-operator">⟦操作人|Operator⟧</label><input id="keep-operator" name="operator" value="{{operatorName}}" required maxlength="100" autocomplete="name">{{/asksOperator}}
            {{#hasFindings}}<label for="keep-kind">⟦处置|Disposition⟧</label><select id="keep-kind" name="kind">{{#kinds}}<option value="{{value}}">{{label}}</option>{{/kinds}}</select>
            <div class="row"><div><label for="keep-day">⟦日期|Day⟧ <span class="hint">⟦暂缓至、限期或报告之日|until, by or on⟧</span></label><input type="date" id="keep-day" name="day"></div>
            <div><label for="keep-party">⟦报告对象|Reported to⟧ <span class="hint">⟦仅“已报告”|only where reported⟧</span></label><input id="keep-party" name="party" maxlength="200"></div></div>
            <label for="keep-note">⟦理由|Reason⟧ <span class="hint">⟦误报、暂缓、补充材料必填|needed for a false positive, a waiver, documents⟧</span></label><textarea id="keep-note" name="note" rows="2" maxlength="4000"></textarea>{{/hasFindings}}
            <button>⟦记录|Record⟧</button></form></details>{{/keep}}
            <details id="file-note"><summary>⟦案卷说明|Note for the file⟧</summary>
            <label for="note-text">⟦可复制到案卷的说明|A note to copy into the file⟧</label>
            <textarea id="note-text" class="note" readonly rows="16">{{note}}</textarea>
            <p><button type="button" class="plain" data-copy="note-text" data-done="⟦已复制|Copied⟧">⟦复制|Copy⟧</button></p></details>
            <p class="small">{{#permalink}}<span class="noprint"><a href="{{.}}">⟦本次筛查的固定链接|Permalink to this check⟧</a> · </span>{{/permalink}}⟦规则包|Rule pack⟧ <code>{{packName}}</code> <code>{{packDigest}}</code></p>
            """
    }

    /// The page with the form of one record.
    struct CheckView: PageView {
        let values: [String: String]
        let packs: [ChoiceView]
        let isMore: Bool
        let asksOperator: Bool
        let result: String?

        static let template = """
            <h1>⟦单笔筛查|Check one record⟧</h1>
            <div class="sides">
            <form id="check" method="post" action="/" data-live="/check/verdict" data-into="verdict" class="noprint">
            <label for="name">⟦名称|Name⟧ <span class="hint">⟦登记的企业名称|as registered⟧</span></label>
            <input id="name" name="name" value="{{values.name}}" maxlength="4096" autocomplete="off" spellcheck="false" autofocus>
            <label for="scope">⟦经营范围|Business scope⟧</label>
            <textarea id="scope" name="scope" rows="7" maxlength="16384" spellcheck="false">{{values.scope}}</textarea>
            <label for="description">⟦简介|Description⟧ <span class="hint">⟦网站、材料中的说明|from a site or papers⟧</span></label>
            <textarea id="description" name="description" rows="3" maxlength="16384" spellcheck="false">{{values.description}}</textarea>
            <details{{#isMore}} open{{/isMore}}><summary>⟦更多字段|More fields⟧</summary>
            <label for="former-names">⟦曾用名|Former names⟧ <span class="hint">⟦以；或换行分隔|separated by ; or lines⟧</span></label>
            <textarea id="former-names" name="former-names" rows="2" maxlength="4096">{{values.former-names}}</textarea>
            <label for="id">⟦统一社会信用代码或编号|Credit code or key⟧ <span class="hint">⟦不参与匹配|not matched⟧</span></label>
            <input id="id" name="id" value="{{values.id}}" maxlength="256" autocomplete="off">
            <div class="row"><div><label for="jurisdiction">⟦地域|Place⟧ <span class="hint">CN, HK…</span></label><input id="jurisdiction" name="jurisdiction" value="{{values.jurisdiction}}" maxlength="256"></div>
            <div><label for="actor">⟦主体类型|Kind of entity⟧</label><input id="actor" name="actor" value="{{values.actor}}" maxlength="256"></div></div>
            <label for="approval">⟦所称的批准或备案|Approval claimed⟧</label><input id="approval" name="approval" value="{{values.approval}}" maxlength="4096">
            <div class="row"><div><label for="as-of">⟦规则适用日|Rules as of⟧</label><input type="date" id="as-of" name="as-of" value="{{values.as-of}}"></div>
            <div><label for="pack">⟦规则包|Rule pack⟧</label><select id="pack" name="pack">{{#packs}}<option value="{{value}}"{{#selected}} selected{{/selected}}>{{label}}</option>{{/packs}}</select></div></div>
            <div class="row"><div><label for="source">⟦资料来源|Source of the data⟧ <span class="hint">⟦写入案卷说明|for the note⟧</span></label><input id="source" name="source" value="{{values.source}}" maxlength="256"></div>
            <div><label for="source-date">⟦资料日期|Its date⟧</label><input type="date" id="source-date" name="source-date" value="{{values.source-date}}"></div></div>
            {{#asksOperator}}<label for="operator">⟦操作人|Operator⟧ <span class="hint">⟦写入案卷说明|for the note⟧</span></label><input id="operator" name="operator" value="{{values.operator}}" maxlength="100" autocomplete="name">{{/asksOperator}}
            </details>
            <p><button>⟦筛查|Check⟧</button></p>
            </form>
            <div>
            <p id="announce" class="unseen" aria-live="polite" role="status"></p>
            <div id="verdict">{{#result}}{{{.}}}{{/result}}{{^result}}{{>BlankVerdictView}}{{/result}}</div>
            </div>
            </div>
            """
    }

    /// What stands in place of a verdict before anything was typed.
    struct BlankVerdictView: PageView {
        static let template = """
            <section class="advice"><p data-announce>⟦输入名称、经营范围或简介，结论即时显示在这里。|Type a name, a scope or a description; the verdict shows here.⟧</p>
            <p class="small">⟦例|For example⟧⟦：|: ⟧<a href="/?name=%E6%B7%B1%E5%9C%B3%E5%89%8D%E6%B5%B7RWA%E6%95%B0%E5%AD%97%E7%A7%91%E6%8A%80%E6%9C%89%E9%99%90%E5%85%AC%E5%8F%B8">深圳前海RWA数字科技有限公司</a></p>
            <p class="small">⟦所输入的文字只发送到本服务；点“记录”之前不写入决定记录。|What you type goes to this service only, and isn't kept in the log until you record it.⟧</p></section>
            """
    }

    /// What is wrong with what was typed, in place of a verdict.
    struct FaultView: PageView {
        let fault: String

        static let template = """
            <p class="wrong" data-announce>{{fault}}</p>
            """
    }
#endif
