/// A part of a YAML file as it is laid out on lines: entries of a mapping or members of a list, or anything else.
///
/// Only the layout is read. Whatever isn't a key or a dash at the start of a line is kept as it stands.
indirect enum YAMLBlock {
    /// `key: …` lines, each with the comments above it.
    case mapping([Entry])
    /// `- …` lines, each with the comments above it.
    case sequence([Entry])
    /// Lines that aren't taken apart: flow lists, quoted texts, folded texts.
    case lines([Substring])

    /// One key or one member.
    struct Entry {
        /// The comments above it, without their indentation.
        var comments: [Substring] = []
        /// The key; empty for a member.
        var key: Substring = ""
        /// What stands behind the key's colon on its line.
        var head: Substring = ""
        /// What stands on the lines below, or the member.
        var body: YAMLBlock = .lines([])
    }

    /// Reads the lines of a file, which hold no tab in their indentation.
    init(_ lines: [Substring]) {
        let start = lines.first { !$0.isBlank && !$0.isComment }
        if start?.isMember == true {
            self = .sequence(Self.entries(lines, Self.isMember) { Self.member($0) })
        } else if let start, start.key != nil {
            self = .mapping(Self.entries(lines, { $0.key != nil }, Self.keyed))
        } else {
            self = .lines(lines)
        }
    }

    private static func isMember(_ line: Substring) -> Bool { line.isMember }

    /// Cuts `lines` before each that `starts` an entry at the indentation of the first.
    private static func entries(
        _ lines: [Substring],
        _ starts: (Substring) -> Bool,
        _ entry: ([Substring]) -> Entry
    ) -> [Entry] {
        let indentation = lines.first { !$0.isBlank && !$0.isComment }?.indentation ?? 0
        var entries: [Entry] = []
        var comments: [Substring] = []
        var current: [Substring] = []
        func finish() {
            guard !current.isEmpty else { return }
            var finished = entry(current)
            finished.comments = comments + finished.comments
            entries.append(finished)
            current = []
            comments = []
        }
        var pending: [Substring] = []
        for line in lines {
            if line.isBlank {
                if !current.isEmpty { pending.append(line) }
            } else if line.isComment, line.indentation <= indentation {
                pending.append(line)
            } else if line.indentation == indentation, starts(line) {
                finish()
                comments += pending.filter { !$0.isBlank }
                pending = []
                current = [line]
            } else {
                // A comment at the margin of a text that goes on is part of the text.
                current += pending + [line]
                pending = []
            }
        }
        finish()
        let last = pending.filter { !$0.isBlank }
        if !last.isEmpty { entries.append(Entry(comments: last)) }
        return entries
    }

    /// `key: head` with the lines below it.
    private static func keyed(_ lines: [Substring]) -> Entry {
        let key = lines[0].key ?? ""
        let rest = lines[0].dropFirst(lines[0].indentation + key.count + 1)
        let head = rest.drop { $0 == " " }
        let below = Array(lines.dropFirst())
        let isOpen = head.isEmpty || head.hasPrefix("#")
        return Entry(key: key, head: head, body: isOpen ? YAMLBlock(below) : .lines(below))
    }

    /// `- …` with the lines below it; what follows the dash is read as if it stood on a line of its own.
    private static func member(_ lines: [Substring]) -> Entry {
        let first = lines[0]
        let margin = first.indentation
        let content = first.dropFirst(margin + 1).drop { $0 == " " }
        let column = first.count - content.count
        let opened = [Substring(String(repeating: " ", count: column) + content)] + lines.dropFirst()
        return Entry(body: YAMLBlock(opened))
    }
}

extension Substring {
    /// The number of blanks at its start.
    var indentation: Int { prefix { $0 == " " }.count }

    var isBlank: Bool { allSatisfy { $0 == " " || $0 == "\t" } }

    var isComment: Bool { drop { $0 == " " }.first == "#" }

    /// Whether it is a member of a list: a dash and a blank.
    var isMember: Bool {
        let rest = drop { $0 == " " }
        return rest == "-" || rest.hasPrefix("- ")
    }

    /// The key at its start: letters, digits and hyphens before a colon.
    var key: Substring? {
        let rest = drop { $0 == " " }
        let name = rest.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }
        guard !name.isEmpty, !name.hasPrefix("-") else { return nil }
        let behind = rest.dropFirst(name.count)
        return behind == ":" || behind.hasPrefix(": ") ? name : nil
    }
}
