package import LegalText
internal import NoticeCorpus
package import Yams

/// Takes values out of a YAML document and notes every mistake with its line and column.
package struct NodeReader {
    /// The file's path, as diagnostics name it.
    package let path: String

    /// What is wrong, in the order in which it was found.
    package private(set) var diagnostics: [Diagnostic] = []

    /// Where things are written that are checked later, by what they are called.
    var places: [String: SourceLocation] = [:]

    /// Reads the file that diagnostics call `path`.
    package init(path: String) {
        self.path = path
    }

    /// The document in `text`, or `nil` where it isn't YAML or is empty.
    package mutating func document(_ text: String) -> Node? {
        do {
            guard let node = try YAMLDocument.root(of: text) else {
                diagnostics.append(
                    Diagnostic("yaml/empty", .error, in: SourceLocation(path: path), "the file is empty")
                )
                return nil
            }
            return node
        } catch let refusal as YAMLDocument.Refusal {
            let place = SourceLocation(path: path, line: refusal.line)
            diagnostics.append(Diagnostic("yaml/refused", .error, in: place, refusal.reason))
        } catch let error as YamlError {
            diagnostics.append(
                Diagnostic("yaml/not-parsable", .error, in: Self.location(of: error, path: path), Self.reason(error))
            )
        } catch {
            diagnostics.append(
                Diagnostic("yaml/not-parsable", .error, in: SourceLocation(path: path), String(describing: error))
            )
        }
        return nil
    }

    /// Where `node` stands.
    package func location(of node: Node) -> SourceLocation {
        SourceLocation(path: path, line: node.mark?.line, column: node.mark?.column)
    }

    /// Remembers where the thing called `name` is written first.
    mutating func mark(_ name: String, at node: Node) {
        if places[name] == nil { places[name] = location(of: node) }
    }

    /// Notes a mistake.
    package mutating func report(_ id: String, at node: Node, _ summary: String, help: String? = nil) {
        diagnostics.append(Diagnostic(id, .error, in: location(of: node), summary, help: help))
    }

    /// The fields of a mapping, without those that aren't in `allowed`, each of which is reported.
    package mutating func fields(of node: Node, allowed: [String], what: String) -> [String: Node]? {
        guard let mapping = node.mapping else {
            report("yaml/wrong-type", at: node, "\(what) must be a mapping of fields")
            return nil
        }
        var fields: [String: Node] = [:]
        for (key, value) in mapping {
            let name = key.string ?? ""
            if fields[name] != nil {
                report("yaml/duplicate-field", at: key, "the field '\(name)' stands here twice")
            } else if allowed.contains(name) {
                fields[name] = value
            } else {
                report(
                    "yaml/unknown-field",
                    at: key,
                    "unknown field '\(name)' in \(what)",
                    help: NearestName(allowed).suggestion(for: name)
                        ?? "known fields are \(allowed.joined(separator: ", "))"
                )
            }
        }
        return fields
    }

    /// The value of `name` after `convert`, or `nil` with a report where it is missing or wrong.
    package mutating func value<Value>(
        _ name: String,
        in fields: [String: Node],
        of parent: Node,
        expecting expectation: String,
        convert: (Node) -> Value?
    ) -> Value? {
        guard let node = fields[name] else {
            report("yaml/missing-field", at: parent, "missing field '\(name)', expected \(expectation)")
            return nil
        }
        return checked(node, name, expecting: expectation, convert: convert)
    }

    /// The value of `name` where it is there, or `nil`; a wrong value is reported.
    package mutating func optional<Value>(
        _ name: String,
        in fields: [String: Node],
        expecting expectation: String,
        convert: (Node) -> Value?
    ) -> Value? {
        fields[name].flatMap { checked($0, name, expecting: expectation, convert: convert) }
    }

    /// One of the cases of an enumeration.
    mutating func choice<Choice: CaseIterable & RawRepresentable<String>>(
        _ name: String,
        in fields: [String: Node],
        default fallback: Choice?,
        of parent: Node
    ) -> Choice? {
        guard let node = fields[name] else {
            if fallback == nil {
                report("yaml/missing-field", at: parent, "missing field '\(name)', expected \(Self.oneOf(Choice.self))")
            }
            return fallback
        }
        return checked(node, name, expecting: Self.oneOf(Choice.self)) { $0.string.flatMap(Choice.init(rawValue:)) }
    }

    /// A text in both languages.
    mutating func localized(_ name: String, in fields: [String: Node], of parent: Node) -> LocalizedText? {
        guard let node = fields[name] else {
            report("yaml/missing-field", at: parent, "missing field '\(name)', expected a text in zh and en")
            return nil
        }
        return localized(node, what: "'\(name)'")
    }

    /// A text in both languages.
    mutating func localized(_ node: Node, what: String) -> LocalizedText? {
        guard let fields = fields(of: node, allowed: ["zh", "en"], what: what) else { return nil }
        let zh = value("zh", in: fields, of: node, expecting: "a Chinese text", convert: Self.text)
        let en = value("en", in: fields, of: node, expecting: "an English text", convert: Self.text)
        guard let zh, let en else { return nil }
        return LocalizedText(zh: zh, en: en)
    }

    /// The members of a list of texts, or of a text alone; others are reported.
    mutating func texts(_ name: String, in fields: [String: Node]) -> [(text: String, node: Node)] {
        guard let node = fields[name] else { return [] }
        let members = node.sequence.map(Array.init) ?? [node]
        return members.compactMap { member in
            guard let text = Self.text(member) else {
                report("yaml/wrong-value", at: member, "'\(name)' must be a text or a list of texts")
                return nil
            }
            return (text, member)
        }
    }

    /// The members of a list; anything else is reported.
    mutating func members(_ name: String, in fields: [String: Node]) -> [Node] {
        guard let node = fields[name] else { return [] }
        guard let members = node.sequence else {
            report("yaml/wrong-type", at: node, "'\(name)' must be a list")
            return []
        }
        return Array(members)
    }

    private mutating func checked<Value>(
        _ node: Node,
        _ name: String,
        expecting expectation: String,
        convert: (Node) -> Value?
    ) -> Value? {
        guard let value = convert(node) else {
            report("yaml/wrong-value", at: node, "'\(name)' must be \(expectation)")
            return nil
        }
        return value
    }
}

extension NodeReader {
    /// A scalar's text where it isn't blank.
    package static func text(_ node: Node) -> String? {
        guard let text = node.scalar?.string, text.contains(where: { !$0.isWhitespace }) else { return nil }
        return text
    }

    static func oneOf<Choice: CaseIterable & RawRepresentable<String>>(_: Choice.Type) -> String {
        "one of " + Choice.allCases.map { "'\($0.rawValue)'" }.joined(separator: ", ")
    }

    private static func location(of error: YamlError, path: String) -> SourceLocation {
        switch error {
        case .scanner(_, _, let mark, _), .parser(_, _, let mark, _), .composer(_, _, let mark, _):
            SourceLocation(path: path, line: mark.line, column: mark.column)
        default:
            SourceLocation(path: path)
        }
    }

    private static func reason(_ error: YamlError) -> String {
        switch error {
        case .scanner(let context, let problem, _, _), .parser(let context, let problem, _, _),
            .composer(let context, let problem, _, _):
            [context?.text, problem].compactMap(\.self).joined(separator: ": ")
        default:
            String(describing: error)
        }
    }
}
