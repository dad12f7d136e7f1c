#if Service
    import LegalText

    /// What a template is filled with: a struct whose stored properties the template names.
    ///
    /// The template is Mustache: `{{name}}` is escaped, `{{{html}}}` isn't, `{{#list}}…{{/list}}` repeats, `{{>Other}}` sets in
    /// the template of another view. `⟦中文|English⟧` stands for the words of the page's language, and is resolved when the service
    /// starts. A name that a view hasn't got, or whose value is `nil`, is looked for in the views around it, so names of optional
    /// properties mustn't be used twice.
    protocol PageView {
        /// The template.
        static var template: String { get }
    }

    extension PageView {
        /// The name by which other templates set this one in: that of the type.
        static var templateName: String { String(describing: Self.self) }
    }

    /// Words of one template in one language.
    enum BilingualTemplate {
        /// The template in `language`: of each `⟦中文|English⟧` the one half.
        static func text(_ template: String, in language: LocalizedText.Language) -> String {
            var result = ""
            var rest = template[...]
            while let start = rest.firstIndex(of: "⟦"), let end = rest[start...].firstIndex(of: "⟧") {
                result += rest[..<start]
                let halves = rest[rest.index(after: start)..<end].split(
                    separator: "|",
                    maxSplits: 1,
                    omittingEmptySubsequences: false
                )
                result += language == .zh ? halves[0] : halves.last ?? ""
                rest = rest[rest.index(after: end)...]
            }
            return result + rest
        }
    }
#endif
