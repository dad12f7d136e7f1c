#if Service
    import LegalText
    import Reporting

    /// The plainest page that tells a person of a problem, in both languages.
    package enum PlainProblemPage {
        /// The page as HTML.
        package static func html(_ problem: Problem) -> String {
            """
            <!DOCTYPE html>
            <html lang="zh-Hans"><head><meta charset="utf-8"><title>\(escaped(problem.title.zh))</title></head>
            <body><h1>\(escaped(problem.title.zh))</h1><p>\(escaped(problem.detail.zh))</p>
            <h2 lang="en">\(escaped(problem.title.en))</h2><p lang="en">\(escaped(problem.detail.en))</p></body></html>

            """
        }

        private static func escaped(_ text: String) -> String {
            text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
                .replacing("\"", with: "&quot;")
        }
    }
#endif
