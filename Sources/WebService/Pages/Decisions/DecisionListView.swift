#if Service
    /// The log: filters, and a page of decisions.
    struct DecisionListView: PageView {
        let total: Int
        let counts: [Count]
        let open: [Count]
        let verdicts: [ChoiceView]
        let states: [ChoiceView]
        let ruleOptions: [ChoiceView]
        let name: String
        let person: String
        let from: String
        let until: String
        let record: String
        let reports: [ChoiceView]
        let isOfficer: Bool
        let fault: String?
        let rows: [Row]
        let next: String?
        let isFiltered: Bool
        let exportPath: String
        let verification: String?

        struct Count {
            let label: String
            let count: Int
            let path: String
        }

        struct Row {
            let path: String
            let day: String
            let title: String
            let level: String
            let label: String
            let rules: String
            let states: String
            let who: String
        }

        static let template = """
            <h1>⟦决定记录|Decisions⟧</h1>
            <ul class="totals"><li><b>{{total}}</b>⟦条决定|decisions⟧</li>{{#counts}}<li><a href="{{path}}"><b>{{count}}</b>{{label}}</a></li>{{/counts}}</ul>
            <p>⟦处置情况（按命中计）|Findings by disposition⟧⟦：|: ⟧{{#open}}<a href="{{path}}">{{label}} {{count}}</a> {{/open}}</p>
            <form method="get" action="/decisions" role="search" aria-label="⟦筛选|Filters⟧" class="noprint">
            <div class="row">
            <div><label for="verdict">⟦结论|Verdict⟧</label><select id="verdict" name="verdict">{{#verdicts}}<option value="{{value}}"{{#selected}} selected{{/selected}}>{{label}}</option>{{/verdicts}}</select></div>
            <div><label for="state">⟦处置|Disposition⟧</label><select id="state" name="state">{{#states}}<option value="{{value}}"{{#selected}} selected{{/selected}}>{{label}}</option>{{/states}}</select></div>
            <div><label for="rule">⟦规则|Rule⟧</label><select id="rule" name="rule">{{#ruleOptions}}<option value="{{value}}"{{#selected}} selected{{/selected}}>{{label}}</option>{{/ruleOptions}}</select></div>
            <div><label for="name">⟦名称含|Name holds⟧</label><input id="name" name="name" value="{{name}}" maxlength="200"></div>
            <div><label for="record">⟦编号|Key⟧</label><input id="record" name="record" value="{{record}}" maxlength="256"></div>
            <div><label for="person">⟦操作人|Person⟧</label><input id="person" name="person" value="{{person}}" maxlength="100"></div>
            <div><label for="from">⟦起|From⟧</label><input type="date" id="from" name="from" value="{{from}}"></div>
            <div><label for="until">⟦止|To⟧</label><input type="date" id="until" name="until" value="{{until}}"></div>
            {{#isOfficer}}<div><label for="reported">⟦报告|Reported⟧</label><select id="reported" name="reported">{{#reports}}<option value="{{value}}"{{#selected}} selected{{/selected}}>{{label}}</option>{{/reports}}</select></div>{{/isOfficer}}
            <p class="fixed"><button>⟦筛选|Filter⟧</button>{{#isFiltered}} <a class="button plain" href="/decisions">⟦清除|Clear⟧</a>{{/isFiltered}}</p>
            </div></form>
            {{#fault}}<p class="wrong" role="alert">{{.}}</p>{{/fault}}
            <table class="stack"><caption class="unseen">⟦决定，最近的在前|Decisions, the latest first⟧</caption>
            <thead><tr><th scope="col">⟦时间|When⟧</th><th scope="col">⟦对象|Record⟧</th><th scope="col">⟦结论|Verdict⟧</th><th scope="col">⟦规则|Rules⟧</th><th scope="col">⟦处置|Disposition⟧</th><th scope="col">⟦操作人|Person⟧</th></tr></thead>
            <tbody>{{#rows}}<tr><td data-label="⟦时间|When⟧" class="small">{{day}}</td><th scope="row"><a href="{{path}}">{{{title}}}</a></th><td data-label="⟦结论|Verdict⟧"><span class="badge {{level}}">{{label}}</span></td><td data-label="⟦规则|Rules⟧" class="code">{{rules}}</td><td data-label="⟦处置|Disposition⟧">{{states}}</td><td data-label="⟦操作人|Person⟧">{{who}}</td></tr>
            {{/rows}}</tbody></table>
            {{^rows}}<p class="soft">⟦没有符合条件的决定。|No decision fits.⟧</p>{{/rows}}
            {{#next}}<p class="noprint"><a class="button plain" href="{{.}}" rel="next">⟦更早的决定|Earlier decisions⟧</a></p>{{/next}}
            {{#isOfficer}}<section class="noprint"><h2>⟦校验与导出|Verification and export⟧</h2>
            <p>⟦每条记录的摘要都包含前一条的摘要；校验会重算全部摘要，并核对查询表。|The hash of each entry holds that of the one before; verification works all of them out again, and compares the tables that queries read.⟧</p>
            {{#verification}}{{{.}}}{{/verification}}
            <div class="actions"><form method="get" action="/decisions/verification"><button class="plain">⟦校验全部记录|Verify the log⟧</button></form>
            <a class="button plain" href="{{exportPath}}?format=csv" download>⟦导出CSV|Export CSV⟧</a> <a class="button plain" href="{{exportPath}}?format=ndjson" download>⟦导出NDJSON（可独立校验）|Export NDJSON (can be verified elsewhere)⟧</a></div></section>{{/isOfficer}}
            """
    }

    /// What verification of the log came to.
    struct VerificationView: PageView {
        let isSound: Bool
        let finding: String
        let head: String
        let seconds: String

        static let template = """
            <h1>⟦校验结果|Verification⟧</h1>
            <p class="{{#isSound}}said{{/isSound}}{{^isSound}}wrong{{/isSound}}" role="status">{{finding}}</p>
            <p>⟦链尾|Head⟧⟦：|: ⟧<code>{{head}}</code></p>
            <p class="small">⟦请将链尾抄存别处：日后据此可以发现末尾被删或整体重写。|Write the head down elsewhere: with it a later verification tells whether the end was cut off or all was written anew.⟧ ⟦用时|It took⟧ {{seconds}} ⟦秒|s⟧</p>
            <p><a href="/decisions">⟦回到决定记录|Back to the decisions⟧</a></p>
            """
    }
#endif
