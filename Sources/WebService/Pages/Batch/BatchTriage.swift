#if Service
    import DecisionLog
    import HTTPTypes
    import Hummingbird
    import LegalText
    import Reporting
    import RuleEngine

    /// Decides one row of a batch: keeps the verdict as the page of one record does, and what becomes of it.
    struct BatchTriage {
        let pages: PageRenderer
        let request: ServiceRequest

        /// Takes the form, and shows the row as it is then: alone for a script, or else the page.
        func decide() async throws -> Response {
            let form = try await request.signedForm()
            let upload = try request.upload()
            guard case .screened(let results) = upload.stage,
                let index = request.parameters["row"].flatMap({ Int($0) }),
                results.rows.entries.indices.contains(index), let record = results.rows.record(at: index)
            else { throw Problem.notFound(LocalizedText(zh: "没有这一行", en: "There is no such row")) }
            var fault: LocalizedText?
            var person = ""
            if let kind = DecisionKeeping.kind(form) {
                do {
                    person = try DecisionKeeping.person(form, request)
                    try Self.checkNote(kind, form)
                    var scratch = EvaluationScratch()
                    let verdict = results.pack.pack.verdict(on: record, scratch: &scratch)
                    let entry = results.rows.entries[index]
                    let sheet = results.tables.areSeveral ? results.tables.sheets[Int(entry.table)] : nil
                    let kept = try await DecisionKeeping.keep(
                        record,
                        at: DecisionPlace(file: upload.name, sheet: sheet, row: entry.row),
                        verdict,
                        under: results.pack,
                        by: person,
                        request
                    )
                    _ = try await request.service.decisions.dispose(
                        NewDisposition(of: kept.id, kind, note: form["note"], by: person)
                    )
                    results.noteDecided(index)
                } catch let error as DecisionStoreError {
                    guard !error.isOfStore else { throw error.problem }
                    fault = error.message
                } catch let problem as Problem {
                    fault = problem.detail
                }
            } else {
                fault = DecisionKeeping.incomplete
            }
            let response = try await answer(form, upload, results, index, fault)
            return person.isEmpty ? response : DecisionKeeping.remembering(person, response, request)
        }

        /// A disposition that needs a reason is refused before the verdict is kept, so that nothing is kept by half.
        private static func checkNote(_ kind: Disposition.Kind, _ form: FormFields) throws(Problem) {
            guard kind.needsNote, form["note"] == nil else { return }
            throw .unusable("log/invalid", LocalizedText(zh: "请写明理由", en: "Give the reason"))
        }

        private func answer(
            _ form: FormFields,
            _ upload: Upload,
            _ results: BatchResults,
            _ index: Int,
            _ fault: LocalizedText?
        ) async throws -> Response {
            guard form["fragment"] != nil || fault != nil else { return .see("/batch/\(upload.id)#row-\(index)") }
            let layout = BatchRowLayout(request: request, upload: upload, results: results)
            guard var row = try await layout.rows([index]).first else {
                throw Problem.notFound(LocalizedText(zh: "没有这一行", en: "There is no such row"))
            }
            row.fault = fault?[request.pageLanguage]
            if form["fragment"] != nil { return pages.fragment(BatchRowAloneView(row: row), for: request) }
            row.path = "/batch/\(upload.id)"
            return pages.page(
                BatchRowAloneView(row: row),
                title: LocalizedText(zh: "处置", en: "Disposition"),
                part: .batch,
                for: request,
                status: .unprocessableContent
            )
        }
    }

    /// One row in a table of its own.
    struct BatchRowAloneView: PageView {
        let row: BatchRowView

        static let template = """
            {{#row}}{{#path}}<h1>⟦处置|Disposition⟧</h1><p><a href="{{.}}">⟦回到结果|Back to the results⟧</a></p>{{/path}}<table class="stack results"><tbody>{{>BatchRowView}}</tbody></table>{{/row}}
            """
    }
#endif
