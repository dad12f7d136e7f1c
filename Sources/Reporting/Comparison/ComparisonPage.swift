package import LegalText
package import NoticeComparison
import NoticeCorpus
import NoticeModel

/// A comparison as one HTML page that needs nothing else: what became of each article as a drawing, then side by side.
package struct ComparisonPage {
    private let comparison: Comparison
    private let old: ComparedSource
    private let new: ComparedSource
    private let language: LocalizedText.Language

    /// What rules there are for the new notice, where that is to be told.
    package var enforcement: NoticeEnforcement?

    /// The effect whose changes alone are shown; `nil` for all.
    package var shownEffect: Effect?

    /// The address that shows the changes of one effect alone, or of all; without it effects lead to their first change.
    package var filterPath: (@Sendable (Effect?) -> String)?

    /// Creates a writer.
    package init(_ comparison: Comparison, old: ComparedSource, new: ComparedSource, language: LocalizedText.Language) {
        self.comparison = comparison
        self.old = old
        self.new = new
        self.language = language
    }

    /// The whole page.
    package var text: String {
        let tag = language == .zh ? "zh-Hans" : "en"
        let title = said("条文变化", "What changed")
        let names =
            "\(comparison.old.header.documentNumber?.text ?? old.name) → "
            + "\(comparison.new.header.documentNumber?.text ?? new.name)"
        return """
            <!doctype html>
            <html lang="\(tag)">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>\(title) \(Self.escaped(names))</title>
            <style>\(ComparisonPageStyle.page)\(ComparisonPageStyle.content)</style>
            </head>
            <body class="comparison">
            <main>
            \(content)
            </main>
            </body>
            </html>

            """
    }

    /// What stands on the page, to be set into an element of the class `comparison` on another; see ``ComparisonPageStyle``.
    package var content: String {
        """
        \(summary(said("条文变化", "What changed")))
        \(rows)
        \(header)
        \(enforcement?.html(in: language, escaped: Self.escaped) ?? "")
        <p class="caveat">\(Self.escaped(ChangeWording.caveat[language]))</p>
        """
    }

    // MARK: - Summary

    private func summary(_ title: String) -> String {
        let summary = ComparisonSummary(comparison)
        var effects = summary.effects.map { effect, count in
            let path = filterPath.map { Self.escaped($0(effect)) } ?? "#first-\(effect.rawValue)"
            let current = effect == shownEffect ? " aria-current=\"true\"" : ""
            return "<a class=\"tile \(effect.rawValue)\" href=\"\(path)\"\(current)><b>\(count)</b> "
                + "\(ChangeWording.name(of: effect)[language])</a>"
        }
        if let filterPath, shownEffect != nil {
            effects.append("<a class=\"tile\" href=\"\(Self.escaped(filterPath(nil)))\">\(said("全部", "all"))</a>")
        }
        let kinds = summary.kinds.map { "\(ChangeWording.name(of: $0)[language]) \($1)" }
        return """
            <header class="overview"><div>
            <h1>\(title)</h1>
            <p class="texts"><span class="side">\(said("旧", "Old"))</span> \(name(comparison.old, old))<br>
            <span class="side">\(said("新", "New"))</span> \(name(comparison.new, new))</p>
            <nav class="tiles" aria-label="\(said("影响", "effects"))">\(effects.joined())</nav>
            <p class="kinds">\(kinds.joined(separator: said("，", ", ")))\(summary.norms(in: language).map { "<br>\($0)" } ?? "")</p>
            \(facts)
            \(map)
            </div>
            \(AlignmentDrawing(comparison, language).svg(title: said("旧条文与新条文的对应", "Which article became which")))
            </header>
            """
    }

    private var facts: String {
        func row(_ zh: String, _ en: String, _ terms: TermChanges) -> String {
            guard !terms.added.isEmpty || !terms.removed.isEmpty else { return "" }
            func list(_ words: [String], _ mark: String) -> String {
                words.isEmpty ? "—" : words.map { "<\(mark)>\(Self.escaped($0))</\(mark)>" }.joined(separator: " ")
            }
            return "<tr><th>\(said(zh, en))</th><td>\(list(terms.added, "ins"))</td>"
                + "<td>\(list(terms.removed, "del"))</td></tr>"
        }
        let rows =
            row("禁用字样", "Banned words", comparison.terms)
            + row("通篇的对象", "Subjects throughout", comparison.subjects)
        guard !rows.isEmpty else { return "" }
        return "<table class=\"terms\"><tr><td></td><th>\(said("新增", "Added"))</th><th>\(said("减少", "Gone"))</th></tr>"
            + "\(rows)</table>"
    }

    /// Every change as one small cell, so that the whole is seen at once.
    private var map: String {
        let names = PassageTitle(language: language)
        let cells = ListedChange.list(comparison.changes).enumerated().compactMap { index, entry -> String? in
            guard shownEffect == nil || entry.first?.effect == shownEffect else { return nil }
            let (places, effect) = (entry.places(names), entry.first?.effect.rawValue ?? "")
            let place = "\(places.old) → \(places.new)"
            return "<a class=\"\(effect)\" href=\"#change-\(index + 1)\">\(Self.escaped(place))</a>"
        }
        return "<nav class=\"map\" aria-label=\"\(said("各处变化", "every change"))\">\(cells.joined())</nav>"
    }

    private func name(_ notice: Notice, _ source: ComparedSource) -> String {
        let name = notice.shortTitle
        let status = source.status.map {
            " <span class=\"status\">\(Self.escaped(Wording.status($0.rawValue)[language]))</span>"
        }
        // Two versions of one law have one title; then what the user called them tells them apart.
        let isSame = comparison.old.shortTitle == comparison.new.shortTitle && !name.isEmpty
        let file =
            isSame
            ? " <span class=\"side\">\(Self.escaped(String(source.name.split(separator: "/").last ?? "")))</span>" : ""
        return Self.escaped(name.isEmpty ? source.name : name) + file + (status ?? "")
    }

    // MARK: - Rows

    private var rows: String {
        var rows = ""
        var seen: Set<Effect> = []
        for (index, entry) in ListedChange.list(comparison.changes).enumerated() {
            guard let effect = entry.first?.effect, shownEffect.map({ $0 == effect }) ?? true else { continue }
            let isFirst = seen.insert(effect).inserted
            rows += row(entry, effect, number: index + 1, isFirst: isFirst)
        }
        return rows
    }

    private func row(_ entry: ListedChange, _ effect: Effect, number: Int, isFirst: Bool) -> String {
        let places = entry.places(PassageTitle(language: language))
        let anchor = isFirst ? "<a id=\"first-\(effect.rawValue)\"></a>" : ""
        let details = if case .single(let change) = entry { self.details(of: change) } else { "" }
        return """
            <section id="change-\(number)" class="change \(effect.rawValue)">\(anchor)
            <h2><span class="effect">\(ChangeWording.name(of: effect)[language])</span>
            \(Self.escaped(places.old)) → \(Self.escaped(places.new))
            <span class="kind">\(entry.label(in: language))</span></h2>
            \(details)
            </section>

            """
    }

    /// Why a change is what it is said to be, and its words side by side.
    private func details(of change: Change) -> String {
        let reasons = ChangeWording.sentences(of: change).map { effect, sentence in
            "<li class=\"\(effect.rawValue)\"><b>\(ChangeWording.name(of: effect)[language])</b> "
                + "\(Self.escaped(sentence[language]))</li>"
        }
        let artefact =
            change.mayBeArtefact
            ? "<p class=\"artefact\">⚠ \(Self.escaped(ChangeWording.artefact[language]))</p>" : ""
        return """
            <ul class="reasons">\(reasons.joined())</ul>\(artefact)
            <div class="pair">
            <div class="old" data-side="\(said("旧", "Old"))" lang="\(comparison.old.header.language.rawValue)">\(side(change, isNew: false))</div>
            <div class="new" data-side="\(said("新", "New"))" lang="\(comparison.new.header.language.rawValue)">\(side(change, isNew: true))</div>
            </div>
            """
    }

    /// The clauses of one side, with what differs marked.
    private func side(_ change: Change, isNew: Bool) -> String {
        let notice = isNew ? comparison.new : comparison.old
        var clauses: [(Int, String)] = []
        for pair in change.pairs {
            guard let span = isNew ? pair.new : pair.old else { continue }
            let other = isNew ? pair.old : pair.new
            let mark = isNew ? "ins" : "del"
            if other == nil {
                clauses.append((span.start, "<\(mark)>\(words(notice, span))</\(mark)>"))
                continue
            }
            var html = ""
            var cursor = span.start
            let places = pair.edits.compactMap { edit in (isNew ? edit.new : edit.old).map { ($0, edit.form) } }
            for (place, form) in places.sorted(by: { $0.0 < $1.0 }) where place.start >= cursor && place.end <= span.end
            {
                html += words(notice, TextSpan(start: cursor, end: place.start))
                let text = words(notice, place)
                html += form == .words ? "<\(mark)>\(text)</\(mark)>" : "<span class=\"form\">\(text)</span>"
                cursor = place.end
            }
            clauses.append((span.start, html + words(notice, TextSpan(start: cursor, end: max(cursor, span.end)))))
        }
        let sorted = clauses.sorted { $0.0 < $1.0 }.map(\.1)
        return sorted.isEmpty ? "<p class=\"none\">—</p>" : sorted.map { "<p>\($0)</p>" }.joined()
    }

    private func words(_ notice: Notice, _ span: TextSpan) -> String {
        let text = notice.text(at: span)
        let flowed = Self.escaped(FlowedText.flowed(text))
        guard notice.header.language == .english else { return flowed }
        // The blank at the edge of a stretch parts it from the next one.
        let opens = text.first.map(\.isWhitespace) ?? false
        let closes = text.last.map(\.isWhitespace) ?? false
        return flowed.isEmpty ? (opens ? " " : "") : (opens ? " " : "") + flowed + (closes ? " " : "")
    }

    // MARK: - Head

    private var header: String {
        guard !comparison.header.isEmpty else { return "" }
        let rows = comparison.header.map { change in
            let added = change.added.map { "<ins>\(Self.escaped($0))</ins>" }
            let removed = change.removed.map { "<del>\(Self.escaped($0))</del>" }
            let renamed = change.renamed.map { "\(Self.escaped($0.old)) → \(Self.escaped($0.new))" }
            return "<tr><th>\(ChangeWording.name(of: change.field)[language])</th>"
                + "<td>\(removed.joined(separator: "<br>"))</td><td>\(added.joined(separator: "<br>"))</td>"
                + "<td>\(renamed.joined(separator: "<br>"))</td></tr>"
        }
        return """
            <section class="head"><h2>\(said("文首与标题", "Head and headings"))</h2>
            <table><tr><td></td><th>\(said("减少", "Gone"))</th><th>\(said("新增", "Added"))</th>\
            <th>\(said("仅改名称", "Renamed only"))</th></tr>\(rows.joined())</table></section>
            """
    }

    private static func escaped(_ text: String) -> String {
        var escaped = ""
        for character in SpanMarker.visible(text) {
            switch character {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            case "\"": escaped += "&quot;"
            default: escaped.append(character)
            }
        }
        return escaped
    }

    private func said(_ zh: String, _ en: String) -> String {
        language == .zh ? zh : en
    }
}
