#if Service
    import DecisionLog
    import Hummingbird
    import LegalText
    import NoticeCorpus
    import RecordModel
    import Reporting
    import RuleEngine

    /// One record: the form, and the verdict while one types.
    ///
    /// Records are posted, so that nothing of them stands in a browser's history or a proxy's log; the permalink, which holds the
    /// record in its address, is for whoever asks for it.
    struct CheckPages: RouteGroup {
        let pages: PageRenderer

        var routes: [Route] {
            let fields = (CheckInput.names + ["try-name", "try-scope"]).map {
                RouteParameter.query($0, .text(limit: 16384), "A field of the form.")
            }
            return [
                .page(.get, "/", parameters: fields) { request in
                    try await page(CheckInput { request.query[$0] }, request)
                },
                .page(.post, "/") { request in
                    let form = try await request.form()
                    return try await page(CheckInput { form.text($0) }, request)
                },
                .page(.post, "/check/verdict") { request in
                    let form = try await request.form()
                    let input = CheckInput { form.text($0) }
                    if input.isBlank { return pages.fragment(BlankVerdictView(), for: request) }
                    switch try await result(of: input, request) {
                    case .verdict(let view): return pages.fragment(view, for: request)
                    case .fault(let view): return pages.fragment(view, for: request)
                    }
                },
            ]
        }

        private enum Outcome {
            case verdict(VerdictView)
            case fault(FaultView)
        }

        private func result(of input: CheckInput, _ request: ServiceRequest) async throws -> Outcome {
            do {
                let screened = try Screened(input, in: request.state)
                request.service.metrics.noteVerdicts([screened.verdict.level: 1])
                return .verdict(try await VerdictBuilder(request: request).view(of: screened))
            } catch let problem as Problem {
                return .fault(FaultView(fault: problem.detail[request.pageLanguage]))
            }
        }

        private func page(_ input: CheckInput, _ request: ServiceRequest) async throws -> Response {
            let language = request.pageLanguage
            var html: String?
            if !input.isBlank {
                html =
                    switch try await result(of: input, request) {
                    case .verdict(let view): pages.html(view, in: language)
                    case .fault(let view): pages.html(view, in: language)
                    }
            }
            let isLocal = request.caller.proof == .local
            var values = Dictionary(uniqueKeysWithValues: CheckInput.names.map { ($0, input[$0] ?? "") })
            values["operator"] = request.operatorName(input["operator"])
            let more = [
                "former-names", "id", "actor", "jurisdiction", "approval", "as-of", "pack", "source", "source-date",
            ]
            let packs = request.state.packs.values.sorted { $0.identity.id > $1.identity.id }.map { pack in
                let number = request.state.corpus.entry(pack.contents.notice)?.documentNumber ?? pack.identity.id
                return ChoiceView(pack.identity.id, number, isSelected: pack.identity.id == input["pack"])
            }
            let view = CheckView(
                values: values,
                packs: [ChoiceView("", request.said("现行", "in force"), isSelected: input["pack"] == nil)] + packs,
                isMore: more.contains { input[$0] != nil },
                asksOperator: isLocal,
                result: html
            )
            return pages.page(view, title: PagePart.check.label, part: .check, for: request)
        }
    }

    extension FormFields {
        /// The value of a field with its blanks, as it is screened; `nil` where it is missing.
        func text(_ name: String) -> String? { all(name).first.map { $0.replacing("\r\n", with: "\n") } }
    }

    extension ServiceRequest {
        /// Who decides: the holder of the token, or on this machine, where nobody has one, whom the form or the form before names.
        func operatorName(_ typed: String?) -> String {
            guard caller.proof == .local else { return caller.name }
            if let typed, !typed.isEmpty { return typed }
            guard let kept = request.cookie("hegui_operator") else { return "" }
            return RequestQuery.decoded(kept.utf8, plusIsBlank: false) ?? ""
        }
    }
#endif
