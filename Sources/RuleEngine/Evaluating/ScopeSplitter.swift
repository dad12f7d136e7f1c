package import LegalText
package import RecordModel
internal import TermMatching

/// A text cut into clauses and items, which rules look at one by one.
package struct TextUnits: Sendable {
    /// One unit: an item of a scope, a sentence of a description, or a whole name.
    package struct Unit: Sendable, Hashable {
        /// Where the unit is, in UTF-8 bytes of the field's text.
        package let span: TextSpan
        /// The clause that the unit belongs to, counted from 0.
        package let clause: Int
        /// The list of the scope that the unit stands in.
        package let licence: ScopeItem.Licence?
    }

    /// The units in order; they don't overlap, and hold every byte but the marks between them.
    package let units: [Unit]

    /// The unit that holds `offset`, or the last one before it.
    func index(at offset: Int) -> Int {
        max(0, units.firstPlace { $0.span.start > offset } - 1)
    }
}

/// Cuts a business scope into the items that a registrar would number, and a description into sentences.
///
/// A scope's clauses end at ；。 and line breaks, its items also at 、 and ， outside brackets. 一般项目： and
/// 许可项目： name the list that the items after them stand in, and aren't items.
package enum ScopeSplitter {
    /// The units of `field`'s text.
    package static func units(of text: String, in field: Field) -> TextUnits {
        switch field {
        case .name, .otherNames:
            TextUnits(units: [.init(span: TextSpan(start: 0, end: text.utf8.count), clause: 0, licence: nil)])
        case .scope:
            cut(text, at: .item)
        case .description:
            cut(text, at: .sentence)
        }
    }

    private enum Grain {
        case item
        case sentence
    }

    private static func cut(_ text: String, at grain: Grain) -> TextUnits {
        var cutter = Cutter()
        var offset = 0
        var depth = 0
        var previous: Unicode.Scalar = " "
        var pendingStop: Int?
        var scalars = text.unicodeScalars.makeIterator()
        while let scalar = scalars.next() {
            // The marks inside an escape or a tag part nothing.
            if let escape = TextEscape.read(scalar, before: scalars) {
                scalars = escape.rest
                pendingStop = nil
                previous = scalar
                offset += escape.length
                continue
            }
            let width = UTF8.width(scalar)
            defer {
                offset += width
                previous = scalar
            }
            if let stop = pendingStop {
                // A full stop ends an English sentence where a blank follows: not in 3.5 or example.com.
                pendingStop = nil
                if scalar.properties.isWhitespace { cutter.end(at: stop, next: stop + 1, endsClause: true) }
            }
            switch scalar {
            case "（", "(", "[", "【", "［", "《":
                depth += 1
            case "）", ")", "]", "】", "］", "》":
                depth = max(0, depth - 1)
            case "\n", "\r", "\u{2028}", "\u{2029}":
                depth = 0
                cutter.end(at: offset, next: offset + width, endsClause: true)
            case "。", "；", ";", "！", "？", "!", "?", "｡":
                // A bracket left open must not swallow the rest of the scope.
                depth = 0
                cutter.end(at: offset, next: offset + width, endsClause: true)
            case ".":
                // The point after a figure is an item's number or a decimal.
                if grain == .sentence || previous.properties.isAlphabetic { pendingStop = offset }
            case "、", "，", ",", "､":
                if grain == .item, depth == 0 { cutter.end(at: offset, next: offset + width, endsClause: false) }
            case "：", ":":
                if grain == .item, depth == 0 { cutter.endHeading(in: text, at: offset, next: offset + width) }
            default:
                break
            }
        }
        cutter.end(at: offset, next: offset, endsClause: true)
        return TextUnits(units: cutter.units)
    }
}

/// The units cut so far.
private struct Cutter {
    private(set) var units: [TextUnits.Unit] = []
    private var start = 0
    private var clause = 0
    private var licence: ScopeItem.Licence?

    mutating func end(at offset: Int, next: Int, endsClause: Bool) {
        if offset > start {
            units.append(.init(span: TextSpan(start: start, end: offset), clause: clause, licence: licence))
        }
        if endsClause { clause += 1 }
        start = next
    }

    /// Ends a heading such as 一般项目：; any other text before a colon stays part of its item.
    mutating func endHeading(in text: String, at offset: Int, next: Int) {
        let words = SourceText(text)[TextSpan(start: start, end: offset)].unicodeScalars
        // Nearly all that stands before colons is told to be none by its last character.
        guard words.last(where: { !$0.properties.isWhitespace }) == "目" else { return }
        let heading = String(String.UnicodeScalarView(words.filter { !$0.properties.isWhitespace }))
        if heading.hasSuffix("一般项目") || heading.hasSuffix("一般经营项目") {
            licence = .general
        } else if heading.hasSuffix("许可项目") || heading.hasSuffix("许可经营项目") || heading.hasSuffix("前置许可经营项目") {
            licence = .licensed
        } else {
            return
        }
        start = next
        clause += 1
    }
}
