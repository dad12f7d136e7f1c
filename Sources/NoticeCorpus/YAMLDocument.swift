package import Yams

/// A YAML file of rules, notices or settings, read within limits: whoever wrote it need not be trusted.
package enum YAMLDocument {
    /// The most bytes of a file. The longest here has some tens of thousands.
    package static let maximumByteCount = 4 << 20

    /// Why a file isn't read though it may be YAML.
    package struct Refusal: Error {
        /// The line on which the reason stands, counted from 1, or `nil` where it is the whole file.
        package let line: Int?

        /// The reason, in English.
        package let reason: String
    }

    /// The document in `text`, or `nil` where it holds none.
    ///
    /// Aliases are refused, since a few lines of them can stand for more than any memory holds, and nothing here needs them. How deep
    /// collections may be nested is limited by libyaml.
    ///
    /// - Throws: ``Refusal``, and what Yams throws where `text` isn't YAML.
    package static func root(of text: String) throws -> Node? {
        guard text.utf8.count <= maximumByteCount else {
            throw Refusal(
                line: nil,
                reason: "the file has \(text.utf8.count) bytes, and at most \(maximumByteCount) are read"
            )
        }
        // Already comparing keys that stand for many others would take for ever, so more than a few aliases aren't even read.
        if let line = lineOfManyAliases(in: text) { throw Refusal(line: line, reason: noAliases) }
        // The nodes know their anchors as long as their parser lives.
        let parser = try Parser(yaml: text)
        return try withExtendedLifetime(parser) {
            guard let root = try parser.singleRoot() else { return nil }
            if let anchored = firstAnchored(in: root) { throw Refusal(line: anchored.mark?.line, reason: noAliases) }
            return root
        }
    }

    /// The line of the ninth thing in `text` that may be an alias: a star where a value can begin, and a name.
    private static func lineOfManyAliases(in text: String) -> Int? {
        var (count, line, before) = (0, 1, UInt8(ascii: "\n"))
        var isStar = false
        for byte in text.utf8 {
            if isStar, byte > UInt8(ascii: " "), byte != UInt8(ascii: "*") {
                count += 1
                if count > 8 { return line }
            }
            isStar = byte == UInt8(ascii: "*") && " \t\r\n[{,:?-".utf8.contains(before)
            if byte == UInt8(ascii: "\n") { line += 1 }
            before = byte
        }
        return nil
    }

    private static let noAliases =
        "anchors and aliases aren't read here: write the value out, or put a text that looks like one in quotes"

    /// The first node that has an anchor. What an alias stands for comes before it, so nothing is looked at twice.
    private static func firstAnchored(in root: Node) -> Node? {
        var pending = [root]
        while let node = pending.popLast() {
            switch node {
            case .scalar(let scalar):
                if scalar.anchor != nil { return node }
            case .sequence(let sequence):
                if sequence.anchor != nil { return node }
                pending += sequence.reversed()
            case .mapping(let mapping):
                if mapping.anchor != nil { return node }
                for (key, value) in mapping.reversed() { pending += [value, key] }
            case .alias:
                return node
            }
        }
        return nil
    }
}
