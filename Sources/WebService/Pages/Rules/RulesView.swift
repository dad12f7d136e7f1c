#if Service
    /// The rules of a pack by article.
    struct RulesView: PageView {
        let packs: [ChoiceView]
        let number: String
        let digest: String
        let noticePath: String
        let ruleCount: Int
        let caseCount: Int
        let heldCount: Int
        let labelled: Labelled?
        let articles: [ArticleGroup]

        struct ArticleGroup {
            let article: String
            let articlePath: String
            let quote: String?
            let quoteLanguage: String
            let status: String?
            let rows: [Row]
        }

        /// How the whole pack does on the labelled records.
        struct Labelled {
            let labelledCount: Int
            let measures: [RuleView.Fact]
        }

        struct Row {
            let path: String
            let title: String
            let rule: String
            let level: String
            let label: String
            let ban: String
            let cases: Int
            let held: Int
            let isWhole: Bool
            let precision: String
            let recall: String
        }

        static let template = """
            <h1>⟦筛查规则|Rules⟧</h1>
            <form method="get" action="/rules" class="narrow noprint"><div class="row"><div><label for="pack">⟦规则包|Rule pack⟧</label>
            <select id="pack" name="pack" data-send>{{#packs}}<option value="{{value}}"{{#selected}} selected{{/selected}}>{{label}}</option>{{/packs}}</select></div>
            <p class="fixed"><button class="plain">⟦查看|Show⟧</button></p></div></form>
            <p>⟦依据|Basis⟧⟦：|: ⟧<a href="{{noticePath}}">{{number}}</a> · <code>{{digest}}</code></p>
            <ul class="totals"><li><b>{{ruleCount}}</b>⟦条规则|rules⟧</li><li><b>{{heldCount}} / {{caseCount}}</b>⟦个用例的结果与预期一致（在本服务上运行）|cases come out as they say (run on this service)⟧</li></ul>
            {{#labelled}}<details id="labelled"><summary>⟦在{{labelledCount}}条标注记录上的准确度|Accuracy on {{labelledCount}} labelled records⟧</summary><p class="small">⟦由人标注、随规则一起发布的记录；括号内为比例和95%置信区间。与“hegui rules accuracy”相同。|Records that people labelled, and that ship with the rules; in brackets the share and its 95 % interval. As “hegui rules accuracy” measures.⟧</p><dl class="pairs measures">{{#measures}}<div><dt>{{key}}</dt><dd>{{value}}</dd></div>{{/measures}}</dl></details>
            <p class="small">⟦查准：触发了规则的标注记录中，确应命中的；查全：标明应由该规则命中的记录中，触发了的。|Precision: of the labelled records on which a rule fired, those that are to be flagged. Recall: of the records whose label names the rule, those on which it fired.⟧</p>{{/labelled}}
            {{#articles}}<section><h2><a href="{{articlePath}}">{{article}}</a></h2>
            {{#quote}}<blockquote lang="{{quoteLanguage}}">{{.}}</blockquote>{{/quote}}{{#status}}<p class="status">⟦条文来源|Text⟧⟦：|: ⟧{{.}}</p>{{/status}}
            <table class="stack even"><thead><tr><th scope="col">⟦规则|Rule⟧</th><th scope="col">⟦类型|Kind⟧</th><th scope="col">⟦结论|Verdict⟧</th><th scope="col" class="number">⟦用例相符|Cases held⟧</th>{{#labelled}}<th scope="col" class="number">⟦查准|Precision⟧</th><th scope="col" class="number">⟦查全|Recall⟧</th>{{/labelled}}</tr></thead>
            <tbody>{{#rows}}<tr><th scope="row"><a href="{{path}}">{{title}}</a> <span class="small code">{{rule}}</span></th><td data-label="⟦类型|Kind⟧">{{ban}}</td><td data-label="⟦结论|Verdict⟧"><span class="badge {{level}}">{{label}}</span></td><td data-label="⟦用例相符|Cases held⟧" class="number">{{held}} / {{cases}}{{^isWhole}} <span class="badge prohibited">⟦不符|differs⟧</span>{{/isWhole}}</td>{{#labelled}}<td data-label="⟦查准|Precision⟧" class="number">{{precision}}</td><td data-label="⟦查全|Recall⟧" class="number">{{recall}}</td>{{/labelled}}</tr>
            {{/rows}}</tbody></table></section>
            {{/articles}}
            """
    }

    /// One rule: its clause, what it looks for, its cases, and a record tried against it.
    struct RuleView: PageView {
        let id: String
        let title: String
        let level: String
        let label: String
        let basis: String
        let noticePath: String
        let packPath: String
        let quotes: [QuoteView]
        let facts: [Fact]
        let concepts: [ConceptView]
        let cases: [CaseView]
        let heldCount: Int
        let caseCount: Int
        let name: String
        let scope: String
        let description: String
        let answer: Answer?

        struct QuoteView {
            let quote: String
            let quoteLanguage: String
            let status: String
        }

        struct Fact {
            let key: String
            let value: String
        }

        struct ConceptView {
            let conceptTitle: String
            let concept: String
            let terms: String
            let count: Int
        }

        struct CaseView {
            let caseName: String
            let html: String
            let expectedLevel: String
            let expected: String
            let holds: Bool
        }

        /// What became of the record that was tried.
        struct Answer {
            let fired: Bool
            let answerLevel: String
            let answerLabel: String
            let record: [VerdictView.Pair]
            let reason: String
            let details: [String]
        }

        static let template = """
            <p class="small noprint"><a href="{{packPath}}">⟦筛查规则|Rules⟧</a></p>
            <h1>{{title}} <span class="small code">{{id}}</span></h1>
            <p><span class="badge {{level}}">{{label}}</span> <a href="{{noticePath}}">{{basis}}</a></p>
            {{#quotes}}<blockquote lang="{{quoteLanguage}}">{{quote}}</blockquote><p class="status">⟦条文来源|Text⟧⟦：|: ⟧{{status}}</p>
            {{/quotes}}
            <dl class="pairs">{{#facts}}<div><dt>{{key}}</dt><dd>{{value}}</dd></div>{{/facts}}</dl>
            <section class="noprint"><h2 id="try">⟦用一条记录试这条规则|Try a record against this rule⟧</h2>
            <form method="post" action="/rules/{{id}}#try" class="narrow">
            <label for="name">⟦名称|Name⟧</label><input id="name" name="name" value="{{name}}" maxlength="4096" autocomplete="off">
            <label for="scope">⟦经营范围|Business scope⟧</label><textarea id="scope" name="scope" rows="3" maxlength="16384">{{scope}}</textarea>
            <label for="description">⟦简介|Description⟧</label><textarea id="description" name="description" rows="2" maxlength="16384">{{description}}</textarea>
            <p><button>⟦试查|Try⟧</button></p></form>
            {{#answer}}<div role="status"><section class="verdict {{answerLevel}}"><h2>{{#fired}}⟦已触发|Fired⟧⟦：|: ⟧{{answerLabel}}{{/fired}}{{^fired}}⟦未触发|Did not fire⟧{{/fired}}</h2><p>{{reason}}</p></section>
            <dl class="pairs record">{{#record}}<div><dt>{{key}}</dt><dd>{{{html}}}</dd></div>{{/record}}</dl>
            {{#details}}<p>{{{.}}}</p>{{/details}}</div>{{/answer}}</section>
            <h2>⟦查找的词语|Words that it looks for⟧</h2>
            {{#concepts}}<details><summary>{{conceptTitle}} <span class="small">{{count}}</span></summary><p class="small code">{{concept}}</p><p>{{terms}}</p></details>{{/concepts}}
            <h2>⟦用例|Cases⟧</h2>
            <p>{{heldCount}} / {{caseCount}} ⟦个与预期一致（在本服务上运行）|come out as they say (run on this service)⟧</p>
            <table class="stack"><thead><tr><th scope="col">⟦说明|Case⟧</th><th scope="col">⟦记录|Record⟧</th><th scope="col">⟦预期|Expected⟧</th><th scope="col">⟦结果|Result⟧</th></tr></thead>
            <tbody>{{#cases}}<tr><th scope="row" lang="en" class="small">{{caseName}}</th><td>{{{html}}}</td><td data-label="⟦预期|Expected⟧"><span class="badge {{expectedLevel}}">{{expected}}</span></td><td data-label="⟦结果|Result⟧">{{#holds}}⟦相符|as expected⟧{{/holds}}{{^holds}}<span class="badge prohibited">⟦不符|differs⟧</span>{{/holds}}</td></tr>
            {{/cases}}</tbody></table>
            """
    }
#endif
