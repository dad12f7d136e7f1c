#if Service
    import HTTPTypes
    import Hummingbird
    import LegalText

    /// The language of a page: the one that was chosen, or else the first that the browser asks for.
    enum PageLanguage {
        /// The name of the cookie that keeps a choice.
        static let cookie = "hegui_lang"

        /// The language for `request`.
        static func language(of request: Request) -> LocalizedText.Language {
            chosen(in: request) ?? kept(in: request) ?? Negotiation.language(request.headers[.acceptLanguage])
        }

        /// The language that the address names.
        static func chosen(in request: Request) -> LocalizedText.Language? {
            (try? RequestQuery(request.uri.query ?? ""))?["lang"].flatMap(LocalizedText.Language.init(rawValue:))
        }

        private static func kept(in request: Request) -> LocalizedText.Language? {
            request.cookie(cookie).flatMap(LocalizedText.Language.init(rawValue:))
        }
    }

    extension Request {
        /// The value of the cookie called `name`.
        func cookie(_ name: String) -> String? {
            for cookies in headers[values: .cookie] {
                for pair in cookies.split(separator: ";") {
                    let sides = pair.split(separator: "=", maxSplits: 1)
                    if sides.count == 2, String(sides[0]).trimmingBlanks() == name {
                        return String(sides[1]).trimmingBlanks()
                    }
                }
            }
            return nil
        }
    }

    extension Response {
        /// Keeps `language` for the pages to come.
        mutating func setLanguage(_ language: LocalizedText.Language) {
            headers[values: .setCookie].append(
                "\(PageLanguage.cookie)=\(language.rawValue); Path=/; Max-Age=31536000; SameSite=Lax; HttpOnly"
            )
        }

        /// Sends the browser to `path` of this service, to be got with GET.
        static func see(_ path: String) -> Response {
            Response(status: .seeOther, headers: [.location: path])
        }
    }
#endif
