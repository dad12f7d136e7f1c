#if Service
    /// The notices of the corpus, with a picture of when each was in force, and a form for another.
    struct NoticesView: PageView {
        let drawing: String
        let rows: [Row]

        struct Row {
            let path: String
            let englishPath: String?
            let number: String
            let title: String
            let days: String
            let state: String
            let stateLevel: String
            let repeals: String
            let texts: [String]
            let rulesPath: String?
            let address: String?
        }

        static let template = """
            <h1>⟦通知文件|Notices⟧</h1>
            <figure class="drawing">{{{drawing}}}<figcaption class="small">⟦实心条：现行；虚线框：已被废止；箭头：由谁废止。自公布之日起算。|Solid: in force; dashed: repealed; arrow: by which. From publication on.⟧</figcaption></figure>
            <table class="stack"><caption class="unseen">⟦通知列表|List of notices⟧</caption><thead><tr><th scope="col">⟦文件|Notice⟧</th><th scope="col">⟦状态|State⟧</th><th scope="col">⟦废止关系|Repeals⟧</th><th scope="col">⟦文本|Texts⟧</th></tr></thead>
            <tbody>{{#rows}}<tr><th scope="row"><a href="{{path}}">{{number}}</a><br><span class="soft">{{title}}</span></th>
            <td data-label="⟦状态|State⟧"><span class="badge {{stateLevel}}">{{state}}</span><br><span class="small">{{days}}</span></td>
            <td data-label="⟦废止关系|Repeals⟧">{{repeals}}</td>
            <td data-label="⟦文本|Texts⟧">{{#texts}}<span class="small">{{.}}</span><br>{{/texts}}{{#englishPath}}<a href="{{.}}">⟦英文本|English text⟧</a> {{/englishPath}}{{#rulesPath}}<a href="{{.}}">⟦规则|rules⟧</a> {{/rulesPath}}{{#address}}<a href="{{.}}" rel="noreferrer external">⟦官方网址|official page⟧</a>{{/address}}</td></tr>
            {{/rows}}</tbody></table>
            <section class="noprint"><h2>⟦试读一份新文件|Read a new notice⟧</h2>
            <p>⟦上传保存的网页或文本，或粘贴正文，查看读出的条目与规范。文件只在内存中读取，不保存；要据以筛查，须由规则人员把它加入文库并写出规则。|Send a saved page or a text, or paste one, to see what is read from it. Nothing is kept; to screen by it, somebody adds it to the corpus and writes rules.⟧</p>
            <form method="post" action="/notices/preview" enctype="multipart/form-data" class="narrow">
            <label for="file">⟦文件|File⟧ <span class="hint">⟦HTML、TXT、Markdown，GB18030或UTF-8|HTML, TXT, Markdown; GB18030 or UTF-8⟧</span></label><p><input type="file" id="file" name="file" accept=".html,.htm,.txt,.md,text/html,text/plain"></p>
            <label for="text">⟦或粘贴正文|or paste the text⟧</label><textarea id="text" name="text" rows="5"></textarea>
            <p><button>⟦试读|Read⟧</button></p></form></section>
            """
    }

    /// One notice: its facts, its outline, and its norms with the rules that enforce them.
    struct NoticeView: PageView {
        let title: String
        let number: String?
        let backPath: String
        let state: String?
        let stateLevel: String?
        let warning: String?
        let facts: [Fact]
        let notes: [String]
        let others: [Link]
        let totals: [Total]
        let coverageNote: String?
        let contents: [Link]
        let preamble: [String]
        let parts: [Part]
        let closing: [String]
        let diagnostics: [String]
        let textLanguage: String

        struct Fact {
            let key: String
            let value: String
        }

        struct Link {
            let path: String
            let label: String
        }

        struct Total {
            let count: Int
            let countLabel: String
        }

        /// A heading, or an article.
        struct Part {
            let heading: String?
            let anchor: String
            let article: ArticlePart?
        }

        struct ArticlePart {
            let label: String
            let articleHeading: String?
            let wording: String?
            let paragraphs: [String]
            let norms: [NormPart]
            let normCount: Int
        }

        struct NormPart {
            let normState: String
            let kind: String
            let words: String
            let details: [Fact]
            let stateLabel: String?
            let enforcing: [Link]
            let reason: String?
        }

        static let template = """
            <p class="small noprint"><a href="{{backPath}}">⟦通知文件|Notices⟧</a></p>
            <h1>{{#number}}{{.}} {{/number}}<span lang="{{textLanguage}}">{{title}}</span></h1>
            {{#state}}<p><span class="badge {{stateLevel}}">{{state}}</span></p>{{/state}}
            {{#warning}}<p class="advice">{{.}}</p>{{/warning}}
            <dl class="pairs">{{#facts}}<div><dt>{{key}}</dt><dd>{{value}}</dd></div>{{/facts}}</dl>
            {{#notes}}<p class="small">{{.}}</p>{{/notes}}
            <p class="noprint">{{#others}}<a href="{{path}}">{{label}}</a> {{/others}}</p>
            <ul class="totals">{{#totals}}<li><b>{{count}}</b>{{countLabel}}</li>{{/totals}}</ul>
            {{#coverageNote}}<p class="small">{{.}}</p>{{/coverageNote}}
            <nav aria-label="⟦目录|Contents⟧" class="noprint"><h2>⟦目录|Contents⟧</h2><ul class="contents" lang="{{textLanguage}}">{{#contents}}<li><a href="{{path}}">{{label}}</a></li>{{/contents}}</ul></nav>
            <div lang="{{textLanguage}}">{{#preamble}}<p>{{.}}</p>{{/preamble}}</div>
            {{#parts}}{{#heading}}<h2 id="{{anchor}}" lang="{{textLanguage}}">{{.}}</h2>{{/heading}}
            {{#article}}<section class="card split" aria-labelledby="{{anchor}}"><h3 id="{{anchor}}"><span lang="{{textLanguage}}">{{label}}{{#articleHeading}}{{.}}{{/articleHeading}}</span>{{#wording}} <span class="badge review">{{.}}</span>{{/wording}}</h3>
            <div lang="{{textLanguage}}">{{#paragraphs}}<p>{{.}}</p>{{/paragraphs}}</div>
            <div><h4 class="unseen">⟦规范|Norms⟧</h4>{{^norms}}<p class="small">⟦没有读出规范。|No norm was read.⟧</p>{{/norms}}
            {{#norms}}<div class="norm {{normState}}"><p><strong>{{kind}}</strong>{{#stateLabel}} · {{.}}{{/stateLabel}} {{#enforcing}}<a class="code" href="{{path}}">{{label}}</a> {{/enforcing}}</p>
            <p lang="{{textLanguage}}" class="small">{{words}}</p>{{#details}}<p class="small">{{key}}⟦：|: ⟧<span lang="{{textLanguage}}">{{value}}</span></p>{{/details}}{{#reason}}<p class="small">⟦不设规则的理由|Why no rule⟧⟦：|: ⟧{{.}}</p>{{/reason}}</div>
            {{/norms}}</div></section>{{/article}}
            {{/parts}}
            <div lang="{{textLanguage}}">{{#closing}}<p>{{.}}</p>{{/closing}}</div>
            {{#diagnostics}}<p class="small">{{.}}</p>{{/diagnostics}}
            """
    }
#endif
