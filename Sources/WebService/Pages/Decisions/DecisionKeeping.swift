#if Service
    import DecisionLog
    import HTTPTypes
    import Hummingbird
    import LegalText
    import NoticeCorpus
    import RecordModel
    import Reporting
    import RuleEngine

    /// What forms ask of the log: to keep a verdict, to dispose of its findings, to answer a release.
    struct DecisionKeeping {
        /// Shows a decision again with what was wrong with the form.
        typealias Showing =
            @Sendable (String, ServiceRequest, String?, LocalizedText?, FormFields?) async throws -> Response

        /// Screens the record of the form again and keeps the verdict, with a disposition where one was chosen.
        func keep(_ request: ServiceRequest, _ show: Showing) async throws -> Response {
            let form = try await request.signedForm()
            let person = try Self.person(form, request)
            let input = CheckInput { $0 == "operator" ? nil : form.text($0) }
            if input.isBlank {
                throw Problem.unusable(
                    "record/nothing-to-screen",
                    LocalizedText(zh: "没有可筛查的文字", en: "There is nothing to screen")
                )
            }
            let screened = try Screened(input, in: request.state)
            do {
                let kept = try await Self.keep(
                    screened.record,
                    screened.verdict,
                    under: screened.pack,
                    by: person,
                    request
                )
                guard form["kind"] != nil else {
                    return Self.remembering(person, .see("/decisions/\(kept.id)?saved=decision"), request)
                }
                return try await dispose(of: kept.id, form, person, request, show)
            } catch let error as DecisionStoreError {
                throw error.problem
            }
        }

        /// Keeps a verdict that was given just now; `place` is where the record stood, where it came from a file.
        static func keep(
            _ record: Record,
            at place: DecisionPlace? = nil,
            _ verdict: Verdict,
            under pack: LoadedPack,
            by person: String,
            _ request: ServiceRequest
        ) async throws -> Decision {
            let json = VerdictJSON(packs: [pack.identity], language: request.pageLanguage)
            let text = try request.state.corpus.text(named: pack.contents.notice)
            return try await request.service.decisions.append(
                NewDecision(
                    record,
                    at: place,
                    verdict,
                    findings: json.findings(of: verdict).compact,
                    released: json.released(of: verdict).compact,
                    pack: pack.pack,
                    noticeDigest: NoticeDigest.digest(of: text?.bytes ?? []),
                    engine: request.service.settings.version,
                    by: person
                )
            )
        }

        /// Keeps what the form decides of the decision that the path names.
        func dispose(_ request: ServiceRequest, _ show: Showing) async throws -> Response {
            let form = try await request.signedForm()
            let person = try Self.person(form, request)
            return try await dispose(of: request.parameters["id"] ?? "", form, person, request, show)
        }

        private func dispose(
            of id: String,
            _ form: FormFields,
            _ person: String,
            _ request: ServiceRequest,
            _ show: Showing
        ) async throws -> Response {
            guard let kind = Self.kind(form) else {
                return try await show(id, request, nil, Self.incomplete, form)
            }
            do {
                _ = try await request.service.decisions.dispose(
                    NewDisposition(of: id, rules: form.all("rule"), kind, note: form["note"], by: person)
                )
                return Self.remembering(person, .see("/decisions/\(id)?saved=disposition"), request)
            } catch {
                guard !error.isOfStore else { throw error.problem }
                return try await show(id, request, nil, error.message, form)
            }
        }

        /// The disposition that was chosen needs more than the form gave.
        static let incomplete = LocalizedText(
            zh: "所选处置缺少日期、报告对象或决定编号。",
            en: "The disposition lacks its day, to whom it was reported, or the new decision."
        )

        /// What the form decides: fields that don't belong to the kind that was chosen are left aside.
        static func kind(_ form: FormFields) -> Disposition.Kind? {
            guard let name = form["kind"] else { return nil }
            let takesDay = ["waived", "rectification-due", "reported"].contains(name)
            return Disposition.Kind(
                name: name,
                day: takesDay ? form["day"].flatMap(CalendarDay.init(_:)) : nil,
                party: name == "reported" ? form["party"] : nil,
                decision: name == "rectified" ? form["by"] : nil
            )
        }

        /// Keeps what a second person says of a release.
        func answer(_ request: ServiceRequest) async throws -> Response {
            let form = try await request.signedForm()
            let person = try Self.person(form, request)
            guard let approve = form["approve"], ["true", "false"].contains(approve) else { throw FormFields.malformed }
            do {
                let kept = try await request.service.decisions.answer(
                    request.parameters["id"] ?? "",
                    isApproved: approve == "true",
                    note: form["note"],
                    by: person
                )
                return .see("/decisions/\(kept.decision)?saved=answer")
            } catch {
                throw error.problem
            }
        }

        /// Who decides.
        ///
        /// - Throws: A ``Problem`` where nobody is named.
        static func person(_ form: FormFields, _ request: ServiceRequest) throws(Problem) -> String {
            let person = request.caller.proof == .local ? form["operator"] ?? "" : request.caller.name
            guard !person.isEmpty else {
                throw .unusable("log/invalid", LocalizedText(zh: "请填写操作人", en: "Say who decides"))
            }
            return String(person.prefix(100))
        }

        /// Keeps the name for the forms to come, on a machine where nobody logs in.
        static func remembering(_ person: String, _ response: Response, _ request: ServiceRequest) -> Response {
            guard request.caller.proof == .local else { return response }
            var response = response
            response.headers[values: .setCookie].append(
                "hegui_operator=\(PageText.escaped(person)); Path=/; Max-Age=31536000; SameSite=Lax; HttpOnly"
            )
            return response
        }
    }
#endif
