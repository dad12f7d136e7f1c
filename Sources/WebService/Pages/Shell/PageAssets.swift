#if Service
    internal import Crypto
    import HTTPTypes
    import Hummingbird
    import LegalText
    import Reporting

    /// The style, the script and the icon of the pages: built into the program, so that an installed one needs no files, and
    /// served under names that change with what they hold, so that browsers may keep them for good.
    struct PageAssets: Sendable {
        /// The style sheet.
        let style = Asset("hegui", "css", "text/css; charset=utf-8", PageStyle.css)

        /// What is added to the style sheet where a comparison is shown.
        let comparison = Asset("comparison", "css", "text/css; charset=utf-8", ComparisonPageStyle.content)

        /// What pages do beyond what the browser does by itself; every page works without.
        let script = Asset("hegui", "js", "text/javascript; charset=utf-8", PageScript.js + BatchScript.js)

        /// The icon.
        let icon = Asset("icon", "svg", "image/svg+xml", PageStyle.icon)

        /// Something that pages load.
        struct Asset: Sendable {
            /// The last part of the path.
            let name: String

            let type: String
            let content: String

            init(_ name: String, _ ending: String, _ type: String, _ content: String) {
                let digest = SHA256.hash(data: Array(content.utf8)).prefix(6)
                let digits = digest.map { byte in (byte < 16 ? "0" : "") + String(byte, radix: 16) }.joined()
                self.name = "\(name).\(digits).\(ending)"
                self.type = type
                self.content = content
            }

            /// Where it is served.
            var path: String { "/assets/\(name)" }
        }

        /// The route that serves them.
        var route: Route {
            let assets = [style, comparison, script, icon]
            return Route(
                .get,
                "/assets/{name}",
                role: .anyone,
                for: .browser,
                parameters: [.path("name", "The name with the digest of the content.")]
            ) { request in
                guard let asset = assets.first(where: { $0.name == request.parameters["name"] }) else {
                    throw Problem.notFound(LocalizedText(zh: "没有这个文件", en: "There is no such file"))
                }
                var response = Response.text(asset.content, asset.type)
                response.headers[.cacheControl] = "public, max-age=31536000, immutable"
                return response
            }
        }
    }
#endif
