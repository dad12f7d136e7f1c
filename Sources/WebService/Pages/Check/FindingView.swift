#if Service
    import DecisionLog
    import LegalText
    import RecordModel
    import Reporting

    /// One finding with its article beside it.
    struct FindingView: PageView {
        let number: Int
        let level: String
        let label: String
        let rule: String
        let ruleTitle: String?
        let rulePath: String
        let basis: String
        let noticePath: String
        let quote: String?
        let quoteLanguage: String?
        let status: String?
        let words: [Words]
        let item: String?
        let why: String
        let doubts: [String]
        let considered: [String]
        let cure: String?
        let authority: String?
        let standing: String?

        /// Words of the record that fired.
        struct Words {
            let field: String
            let html: String
            let remark: String?
        }

        static let template = """
            <article class="card split" aria-labelledby="finding-{{number}}">
            <h3 id="finding-{{number}}">{{number}}. <span class="badge {{level}}">{{label}}</span> {{#ruleTitle}}{{.}}{{/ruleTitle}}
            <a class="small code" href="{{rulePath}}">{{rule}}</a></h3>
            <div>
            <dl class="pairs">
            <div><dt>⟦命中文字|Words⟧</dt><dd>{{#words}}<p>{{field}} {{{html}}}{{#remark}} <span class="small">{{.}}</span>{{/remark}}</p>{{/words}}</dd></div>
            {{#item}}<div><dt>⟦所在项目|Item⟧</dt><dd>{{{.}}}</dd></div>{{/item}}
            <div><dt>⟦理由|Why⟧</dt><dd>{{why}}</dd></div>
            {{#doubts}}<div><dt>⟦存疑|Doubt⟧</dt><dd>{{.}}</dd></div>{{/doubts}}
            {{#considered}}<div><dt>⟦已考虑|Considered⟧</dt><dd>{{{.}}}</dd></div>{{/considered}}
            {{#cure}}<div><dt>⟦如何解除|Would lift it⟧</dt><dd>{{.}}</dd></div>{{/cure}}
            {{#standing}}<div><dt>⟦处置|Disposition⟧</dt><dd>{{.}}</dd></div>{{/standing}}
            </dl>
            </div>
            <div>
            <p><strong>⟦依据|Basis⟧</strong> <a href="{{noticePath}}">{{basis}}</a></p>
            {{#quote}}<blockquote lang="{{quoteLanguage}}">{{.}}</blockquote>{{/quote}}
            {{#status}}<p class="status">⟦条文来源|Text⟧⟦：|: ⟧{{.}}</p>{{/status}}
            {{#authority}}<p class="status">⟦主管|In charge⟧⟦：|: ⟧{{.}}</p>{{/authority}}
            </div>
            </article>
            """
    }

    extension FindingView {
        /// A finding of a verdict that was given just now.
        init(
            _ finding: Finding,
            number: Int,
            title: LocalizedText?,
            standing: Standing?,
            in language: LocalizedText.Language
        ) {
            let text = FindingText(language: language)
            let quote = finding.basis.quote(in: language)
            self.init(
                number: number,
                level: finding.verdict.rawValue,
                label: Wording.label(of: finding.verdict, in: language),
                rule: finding.rule,
                ruleTitle: title?[language],
                rulePath: "/rules/\(finding.rule)",
                basis: finding.basis.title,
                noticePath: text.path(finding.basis.notice, finding.basis.provision),
                quote: quote?.text,
                quoteLanguage: quote.map { $0.language == .zh ? "zh-Hans" : "en" },
                status: quote.map { Wording.status($0.status)[language] },
                words: finding.evidence.map(text.words),
                item: finding.item.map(text.item),
                why: finding.explanation[language],
                doubts: finding.doubts.map(\.reason[language]),
                considered: finding.considered.map(text.considered),
                cure: text.cure(of: finding),
                authority: finding.authority?[language],
                standing: standing.flatMap { $0.disposition == nil ? nil : $0.summary[language] }
            )
        }
    }

    /// Words of findings for a page.
    struct FindingText {
        let language: LocalizedText.Language

        func said(_ zh: String, _ en: String) -> String { language == .zh ? zh : en }

        /// Where a provision stands.
        func path(_ notice: String, _ provision: String) -> String {
            let article = provision.split(separator: "_", omittingEmptySubsequences: false)
            // `art_8__para_2` stands in `art_8`.
            let id = provision.firstRange(of: "__").map { String(provision[..<$0.lowerBound]) } ?? provision
            return "/notices/\(notice)\(language == .en ? "/en" : "")" + (article.isEmpty ? "" : "#\(id)")
        }

        func words(_ evidence: Evidence) -> FindingView.Words {
            var remarks: [String] = []
            if !evidence.nameParts.isEmpty {
                let parts = evidence.nameParts.map { Wording.name(of: $0)[language] }
                remarks.append(parts.joined(separator: said("、", ", ")))
            }
            if evidence.text != evidence.term {
                remarks.append(said("即“\(evidence.term)”", "that is “\(evidence.term)”"))
            }
            if !evidence.disguise.isEmpty {
                let steps = evidence.disguise.map { Wording.name(of: $0)[language] }.joined(separator: said("、", ", "))
                remarks.append(said("变形：\(steps)", "disguise: \(steps)"))
            }
            return FindingView.Words(
                field: Wording.name(of: evidence.field)[language],
                html: "<mark>\(HTMLText.escaped(evidence.text))</mark>",
                remark: remarks.isEmpty
                    ? nil : said("（", "(") + remarks.joined(separator: said("；", "; ")) + said("）", ")")
            )
        }

        func item(_ item: ScopeItem) -> String {
            let list = item.licence.map { Wording.name(of: $0)[language] }
            let place = said("第\(item.number)项", "no. \(item.number)")
            return [place, list, HTMLText.escaped(item.text)].compactMap(\.self).joined(separator: " ")
        }

        func considered(_ consideration: Consideration) -> String {
            let kind =
                switch consideration.kind {
                case .negation: said("否定词", "denial")
                case .allowance: said("另有所指的词组", "phrase of another meaning")
                }
            let words = HTMLText.escaped(consideration.text)
            let reason = HTMLText.escaped(consideration.reason[language])
            return said("\(kind)“\(words)”，\(reason)", "the \(kind) “\(words)”: \(reason)")
        }

        func cure(of finding: Finding) -> String? {
            if let cure = finding.cure {
                let grantor =
                    cure.grantor.map { said("（由\($0.zh)）", " (from \($0.en))") }
                    ?? said("（通知未指明由谁作出）", " (the notice names nobody who grants it)")
                return cure.requirement[language] + grantor
            }
            guard finding.verdict >= .restricted else { return nil }
            let none = said("通知未规定可解除该禁止的同意、批准或备案", "nothing: the notice names no consent, approval or filing")
            guard finding.ban == .term else { return none }
            return none + said("；须变更名称或经营范围", "; the name or scope must change")
        }
    }
#endif
