internal import LegalText

/// Gathers the lines of a page from a walk through its elements.
struct HTMLPageBuilder {
    private var open: [OpenElement] = []
    private var line = LineDraft()
    private var lines: [LineDraft] = []

    /// The open rows; `nil` stands for a table that has begun no row yet.
    private var rows: [TableRow?] = []

    /// The open lists, ordered or not.
    private var lists: [ListMarker] = []

    /// The mark that the next line gets if it has none of its own.
    private var pendingMark: String?

    /// Whether the next line is the first of a list's item.
    private var beginsItem = false

    private var title = ""
    private var fields: [HTMLPage.Field] = []
    private var links: [String] = []
    private var noscriptText = ""
    private var scriptCount = 0
    private var addedMarkers = 0
    private var hiddenCount = 0

    /// The number of bytes that are kept of what pages say to browsers without scripts.
    private static let noscriptLimit = 4096

    /// The number of bytes that are kept of a title.
    private static let titleLimit = 4096

    /// Takes the next step of the walk.
    mutating func take(_ event: HTMLEvent) {
        switch event {
        case .start(let element): begin(element)
        case .text(let text): append(text)
        case .end: end()
        }
    }

    /// Ends the page.
    mutating func finish() -> HTMLPage {
        while !open.isEmpty { end() }
        endLine()
        var text: [UInt8] = []
        var blocks: [HTMLBlock] = []
        blocks.reserveCapacity(lines.count)
        for line in lines {
            if !text.isEmpty { text.append(0x0A) }
            let start = text.count
            text += line.text
            blocks.append(
                HTMLBlock(
                    span: TextSpan(start: start, end: text.count),
                    kind: line.kind,
                    isBold: line.isBold,
                    isCentered: line.isCentered,
                    characterCount: line.characterCount,
                    linkedCount: line.linkedCount
                )
            )
        }
        let title = Self.collapsed(title)
        return HTMLPage(
            text: SourceText(decoding: text),
            blocks: blocks,
            title: title.isEmpty ? nil : title,
            fields: fields,
            links: links,
            noscriptText: Self.collapsed(noscriptText),
            scriptCount: scriptCount,
            addedMarkers: addedMarkers,
            hiddenCount: hiddenCount
        )
    }

    private static func collapsed(_ text: String) -> String {
        text.split(whereSeparator: \.isWhitespace).joined(separator: " ").trimmingBlanks.description
    }
}

extension HTMLPageBuilder {
    /// What an open element means for the text inside it.
    private struct OpenElement {
        var purpose = Purpose.inline
        var style = TextStyle()
        var isHidden = false
        var isCode = false
        var keepsLines = false
        var headingLevel: Int?
    }

    private enum Purpose {
        case inline, block, row, cell, table, list, item, title, noscript
    }

    private mutating func begin(_ element: HTMLElement) {
        note(element)
        let style = element["style"].map(InlineStyle.init)
        var inner = open.last ?? OpenElement()
        let wasHidden = inner.isHidden
        inner.purpose = Self.purpose(of: element, style: style)
        if case .noscript = inner.purpose {
            inner.isHidden = true
        } else if !ElementKind.unseen.contains(element.name), case .noscript? = open.last?.purpose {
            // What is inside belongs to the text for browsers without scripts.
            inner.purpose = .noscript
        }
        inner.isCode = inner.isCode || ElementKind.unseen.contains(element.name)
        inner.isHidden = inner.isHidden || inner.isCode || Self.isHidden(element, style: style)
        if case .title = inner.purpose, wasHidden || !title.isEmpty { inner.purpose = .inline }
        guard !inner.isHidden else {
            open.append(inner)
            return
        }

        inner.headingLevel = ElementKind.headingLevel(of: element.name) ?? inner.headingLevel
        inner.keepsLines =
            style?.keepsLines ?? (inner.keepsLines || ElementKind.preformatted.contains(element.name))
        inner.style.isBold = style?.isBold ?? (inner.style.isBold || ElementKind.bold.contains(element.name))
        inner.style.isLinked = inner.style.isLinked || (element.name == "a" && element["href"] != nil)
        if case .inline = inner.purpose {
            if element.name == "br" { endLine() }
        } else {
            endLine()
            inner.style.isCentered = Self.isCentered(element, style: style) ?? inner.style.isCentered
            beginBlock(inner.purpose, element, style)
        }
        open.append(inner)
    }

    private mutating func beginBlock(_ purpose: Purpose, _ element: HTMLElement, _ style: InlineStyle?) {
        switch purpose {
        case .table:
            rows.append(nil)
        case .row:
            rows.append(TableRow(after: lines.count))
        case .cell:
            if var row = rows.popLast() {
                row?.beginCell(after: lines.count)
                rows.append(row)
            }
        case .list:
            lists.append(ListMarker(element, style: style))
        case .item:
            beginsItem = true
            pendingMark = lists.isEmpty ? nil : lists[lists.count - 1].mark(for: element, style: style)
        default:
            break
        }
    }

    private mutating func end() {
        guard let element = open.popLast(), !element.isHidden else { return }
        if case .inline = element.purpose { return }
        endLine()
        switch element.purpose {
        case .table:
            rows.removeLast()
        case .row:
            rows.removeLast()?.close(&lines)
        case .list:
            lists.removeLast()
        case .item:
            beginsItem = false
            pendingMark = nil
        default:
            break
        }
    }

    private static func purpose(of element: HTMLElement, style: InlineStyle?) -> Purpose {
        switch element.name {
        case "title": return .title
        case "noscript": return .noscript
        case "table": return .table
        case "tr": return .row
        case "td", "th": return .cell
        case "ol", "ul", "menu", "dir": return .list
        case "li": return .item
        case let name:
            return style?.isBlock ?? ElementKind.blocks.contains(name) ? .block : .inline
        }
    }

    private static func isHidden(_ element: HTMLElement, style: InlineStyle?) -> Bool {
        style?.isHidden == true || element["hidden"] != nil
            || element["aria-hidden"].map { $0.lowercased() == "true" } == true
    }

    /// Whether the element centres its lines, or `nil` where it leaves that to the one around it.
    private static func isCentered(_ element: HTMLElement, style: InlineStyle?) -> Bool? {
        if let isCentered = style?.isCentered { return isCentered }
        // On a table, `align` places the table itself.
        if element.name != "table", let align = element["align"] {
            return ["center", "middle"].contains(align.lowercased())
        }
        return element.name == "center" || element.name == "th" ? true : nil
    }
}

extension HTMLPageBuilder {
    /// Remembers what an element says about the page besides its text.
    private mutating func note(_ element: HTMLElement) {
        switch element.name {
        case "meta":
            let name = element["name"] ?? element["property"] ?? element["itemprop"]
            if let name, let content = element["content"] {
                fields.append(
                    HTMLPage.Field(
                        name: name.trimmingBlanks.lowercased(),
                        content: content.trimmingBlanks.description
                    )
                )
            }
        case "script":
            scriptCount += 1
        case "a", "iframe", "embed", "object":
            let target = element["href"] ?? element["src"] ?? element["data"]
            if open.last?.isHidden != true, let target, !target.isEmpty { links.append(target) }
        default:
            break
        }
    }

    private mutating func append(_ text: String) {
        let element = open.last ?? OpenElement()
        guard !element.isHidden else {
            keepHidden(text, in: element)
            return
        }
        line.beginRun()
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\n", "\r":
                if element.keepsLines { endLine() } else { line.appendCollapsing(isLineEnd: true) }
            case " ", "\t", "\u{0C}":
                if element.keepsLines {
                    line.append(scalar, style: element.style)
                } else {
                    line.appendCollapsing(isLineEnd: false)
                }
            default:
                if line.isEmpty {
                    let plain: HTMLBlock.Kind = beginsItem ? .listItem : .paragraph
                    line.kind = element.headingLevel.map { .heading(level: $0) } ?? plain
                }
                line.append(scalar, style: element.style)
            }
        }
    }

    private mutating func keepHidden(_ text: String, in element: OpenElement) {
        switch element.purpose {
        case .title:
            if title.utf8.count < Self.titleLimit { title += text.prefix(Self.titleLimit) }
        case .noscript:
            if noscriptText.utf8.count < Self.noscriptLimit { noscriptText += text.prefix(Self.noscriptLimit) }
        default:
            if !element.isCode {
                hiddenCount += text.unicodeScalars.reduce(0) { $0 + ($1.isBlank ? 0 : 1) }
            }
        }
    }

    private mutating func endLine() {
        defer {
            line = LineDraft()
        }
        guard !line.isEmpty else { return }
        line.trim()
        if let mark = pendingMark, !ListMarker.begins(String(decoding: line.text.prefix(96), as: UTF8.self)) {
            line.insertMark(mark)
            addedMarkers += 1
        }
        pendingMark = nil
        beginsItem = false
        lines.append(line)
    }
}
