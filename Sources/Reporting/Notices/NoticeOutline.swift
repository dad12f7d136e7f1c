package import LegalText
package import NoticeModel

/// A notice as an indented tree: its sections and articles, each with its mark, heading and norms.
package struct NoticeOutline {
    private let notice: Notice
    private let listsNorms: Bool
    private let language: LocalizedText.Language
    private let tag: NormTag

    /// Creates an outline of `notice`.
    ///
    /// - Parameters:
    ///   - notice: The notice.
    ///   - listsNorms: Whether each norm has a line, and not only each kind a number.
    ///   - language: The language of what is said about the notice.
    ///   - usesColor: Whether kinds are told apart by colour too.
    package init(
        _ notice: Notice,
        listsNorms: Bool = false,
        language: LocalizedText.Language,
        usesColor: Bool = false
    ) {
        self.notice = notice
        self.listsNorms = listsNorms
        self.language = language
        tag = NormTag(usesColor: usesColor)
    }

    /// The outline, a line for each part.
    package var text: String {
        var lines = headerLines
        let sectionOfArticle = Dictionary(
            notice.sections.flatMap { section in section.articles.map { ($0, section) } },
            uniquingKeysWith: { first, _ in first }
        )
        var printed: Set<ProvisionID> = []
        var sections = notice.sections[...]
        for article in notice.articles {
            // Outer sections have no articles of their own, and are printed when what follows them comes.
            while let section = sections.first, section.span.start < article.span.start {
                if printed.insert(section.id).inserted { lines.append(line(of: section)) }
                sections.removeFirst()
            }
            let indent = sectionOfArticle[article.id] == nil ? "" : "  "
            lines.append(indent + line(of: article))
            lines += normLines(article.norms, indent: indent + "    ")
        }
        lines += sections.filter { !printed.contains($0.id) }.map(line)
        if !notice.looseNorms.isEmpty {
            lines.append("\(said("条款之外：", "outside the articles: "))\(counts(notice.looseNorms))")
            lines += normLines(notice.looseNorms, indent: "    ")
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private var headerLines: [String] {
        let header = notice.header
        let (sections, articles) = (notice.sections.count, notice.articles.count)
        let lines = [
            header.title?.text ?? said("（无标题）", "(no title)"),
            [header.documentNumber?.text, header.date?.date.description, header.language.rawValue]
                .compactMap(\.self).joined(separator: "  "),
            header.repeals.isEmpty ? nil : said("废止 ", "repeals ") + header.repeals.map(\.text).joined(separator: ", "),
            said(
                "\(sections) 部分，\(articles) 条",
                "\(sections) \(sections == 1 ? "section" : "sections"), \(articles) \(articles == 1 ? "article" : "articles")"
            ),
        ].compactMap(\.self)
        return [tag.strong(SpanText.oneLine(lines[0]))] + lines.dropFirst().map(SpanText.oneLine) + [""]
    }

    private func line(of section: Section) -> String {
        tag.strong(SpanText.oneLine("\(section.label)\(section.heading)")) + tag.faint("  [\(section.id)]")
    }

    private func line(of article: Article) -> String {
        let heading = article.heading?.text ?? Self.beginning(of: firstWords(of: article))
        let norms = article.norms.isEmpty ? "" : "  " + counts(article.norms)
        return SpanText.oneLine("\(article.label)\(heading)") + tag.faint("  [\(article.id)]") + norms
    }

    private func firstWords(of article: Article) -> String {
        article.paragraphs.first.map { notice.text(at: $0.span) } ?? ""
    }

    /// The first words of a text, for an article without a heading.
    private static func beginning(of text: String) -> String {
        text.count > 24 ? text.prefix(24) + "…" : text
    }

    private func said(_ zh: String, _ en: String) -> String { language == .zh ? zh : en }

    /// What a kind of norm is called: in English as in JSON.
    private func name(of kind: Norm.Kind) -> String {
        said(ChangeWording.name(of: kind).zh, kind.rawValue)
    }

    /// Such as `3 norms: 2 prohibition, 1 obligation`, kinds in the order of their declaration.
    private func counts(_ norms: [Norm]) -> String {
        let kinds = Norm.Kind.allCases.compactMap { kind -> String? in
            let count = norms.count { $0.kind == kind }
            guard count > 0 else { return nil }
            let name = tag.colored(name(of: kind), as: kind)
            return said("\(name) \(count)", "\(count) \(name)")
        }
        return said("规范 \(norms.count)：", norms.count == 1 ? "1 norm: " : "\(norms.count) norms: ")
            + kinds.joined(separator: said("，", ", "))
    }

    // MARK: - Norms

    /// A line for each norm: its kind, its id, where it reaches, and its words; a question mark tells a reading with a doubt.
    private func normLines(_ norms: [Norm], indent: String) -> [String] {
        guard listsNorms else { return [] }
        return norms.flatMap { norm in
            let doubt = norm.confidence == .high ? "" : "?"
            let reach = norm.territory.map { said("（\(Wording.name(of: $0).zh)）", " (\($0.rawValue))") } ?? ""
            let words = SpanText.oneLine(notice.text(at: norm.span))
            var lines = [
                indent + tag.tag(norm.kind, name(of: norm.kind) + doubt) + tag.faint(" \(norm.id)") + reach + " "
                    + words
            ]
            func add(_ name: String, _ parts: [Norm.Part]) {
                guard !parts.isEmpty else { return }
                let texts = parts.map { part in
                    SpanText.oneLine(notice.text(at: part.span)) + (part.isInherited ? said("（承前）", " (carried)") : "")
                }
                lines.append(indent + "  " + tag.faint(name + said("：", ": ")) + texts.joined(separator: " | "))
            }
            add(said("主体", "who"), norm.bearers)
            add(said("条件", "if"), norm.condition.map { [$0] } ?? [])
            add(said("例外", "unless"), norm.exception.map { [$0] } ?? [])
            add(said("主管", "in charge"), norm.authorities)
            return lines
        }
    }
}

/// The look of a norm's kind on a terminal, and of what stands around it.
private struct NormTag {
    let usesColor: Bool

    /// The kind in brackets.
    func tag(_ kind: Norm.Kind, _ name: String) -> String {
        colored("[\(name)]", as: kind)
    }

    func colored(_ text: String, as kind: Norm.Kind) -> String {
        usesColor ? "\u{1B}[\(Self.code(of: kind))m\(text)\u{1B}[0m" : text
    }

    func strong(_ text: String) -> String {
        usesColor ? "\u{1B}[1m\(text)\u{1B}[0m" : text
    }

    func faint(_ text: String) -> String {
        usesColor ? "\u{1B}[2m\(text)\u{1B}[0m" : text
    }

    /// Red forbids, yellow demands, green allows; what only says how things are stays plain.
    private static func code(of kind: Norm.Kind) -> String {
        switch kind {
        case .prohibition: "1;31"
        case .obligation: "33"
        case .permission, .exemption: "32"
        case .penalty, .civilEffect: "35"
        case .definition, .entryIntoForce, .repeal: "36"
        case .statement: "2"
        }
    }
}

/// Text of a notice made fit for a line.
enum SpanText {
    /// `text` with each run of blanks made one space, and the sign for what a terminal would act on.
    static func oneLine(_ text: String) -> String {
        let flat = text.split { $0.isNewline }.joined(separator: " ")
        return SpanMarker.visible(flat)
    }
}
