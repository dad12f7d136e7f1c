#if Service
    import HTTPTypes
    import HummingbirdCore
    import LegalText
    import NIOCore

    // What pages ask of a request.
    extension ServiceRequest {
        /// The language of the page.
        var pageLanguage: LocalizedText.Language { PageLanguage.language(of: request) }

        /// The language that the address asks for, to be kept.
        var chosenLanguage: LocalizedText.Language? { PageLanguage.chosen(in: request) }

        /// What a form on the page must carry in a field called `token`; empty for callers that can't send forms.
        var formToken: String {
            caller.formOwner.map { service.forms.token(for: $0, now: WallClock.now) } ?? ""
        }

        /// What the address chooses under `name`; `nil` where a form was sent without a choice.
        func filter(_ name: String) -> String? { query[name].flatMap { $0.isEmpty ? nil : $0 } }

        /// The words of the page's language.
        func said(_ zh: String, _ en: String) -> String {
            pageLanguage == .zh ? zh : en
        }

        /// The body as the fields of a form.
        ///
        /// - Throws: A ``Problem`` where it is none.
        func form() async throws -> FormFields {
            try expectType(["application/x-www-form-urlencoded", "multipart/form-data"])
            let bytes = Array(buffer: try await body())
            if mediaType == "multipart/form-data" {
                return try FormFields(multipart: bytes, contentType: request.headers[.contentType] ?? "")
            }
            guard let text = String(validating: bytes, as: UTF8.self) else { throw FormFields.malformed }
            return FormFields(try RequestQuery(text))
        }

        /// The body as the fields of a form that this service gave the caller, and that wasn't sent before.
        ///
        /// - Throws: A ``Problem`` where it isn't such a form.
        func signedForm() async throws -> FormFields {
            let form = try await form()
            guard let owner = caller.formOwner else {
                throw Problem.malformed(
                    LocalizedText(zh: "表单只能由浏览器提交；程序请用/v1", en: "Forms are for browsers; programs use /v1")
                )
            }
            try service.forms.redeem(form["token"], of: owner, now: WallClock.now)
            return form
        }
    }

    extension Route {
        /// A page: for people with a browser, in the language that `?lang=` may choose.
        static func page(
            _ method: HTTPRequest.Method,
            _ path: String,
            role: Role = .viewer,
            parameters: [RouteParameter] = [],
            isBatch: Bool = false,
            answering: @escaping Answering
        ) -> Route {
            let language = RouteParameter.query("lang", .choice(["zh", "en"]), "The language of the page.")
            return Route(
                method,
                path,
                role: role,
                for: .browser,
                parameters: parameters + [language],
                isBatch: isBatch,
                answering: answering
            )
        }
    }
#endif
