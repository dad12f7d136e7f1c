import ArgumentParser
import LegalText
import RuleEngine
import Yams

/// One setting of the configuration file, with what it may be and why it is there.
///
/// The file, the help of the options of the same names, and what `hegui serve --print-config` prints are made of the same settings.
struct Setting<Value: Sendable>: AnySetting {
    let section: SettingSection
    let name: String
    let expectation: String
    let reason: LocalizedText

    /// What holds where neither the file nor an option says anything; `nil` where nothing does.
    let standard: Value?

    /// How a value is written that stands for the setting where there is no standard.
    let example: String

    /// Reads a value, or gives `nil` where it isn't what is expected.
    let read: @Sendable (Node) -> Value?

    /// Writes a value as YAML.
    let write: @Sendable (Value) -> String

    func value(in node: Node) -> (any Sendable)? { read(node) }

    func text(of value: any Sendable) -> String? { (value as? Value).map(write) }

    var standardText: String? { standard.map(write) }

    /// The help of the option of the same name.
    func help(_ valueName: String) -> ArgumentHelp {
        let usual = standardText.map { " (default: \($0))" } ?? ""
        return ArgumentHelp("\(reason.en)\(usual)", valueName: valueName)
    }
}

/// A setting, whatever its values are.
protocol AnySetting: Sendable {
    /// The mapping that it stands in.
    var section: SettingSection { get }
    /// What it is called in the file, and as an option after two hyphens.
    var name: String { get }
    /// What its value must be, in English.
    var expectation: String { get }
    /// Why there is such a setting, and what it does.
    var reason: LocalizedText { get }
    /// The standard value as YAML.
    var standardText: String? { get }
    /// A value as YAML where there is no standard.
    var example: String { get }
    /// Reads a value.
    func value(in node: Node) -> (any Sendable)?
    /// Writes a value that ``value(in:)`` gave or an option has.
    func text(of value: any Sendable) -> String?
}

extension AnySetting {
    /// The setting's name among all settings.
    var key: String { "\(section.rawValue).\(name)" }
}

/// A mapping of the configuration file.
enum SettingSection: String, CaseIterable {
    /// What every command minds.
    case general
    /// What `hegui serve` minds.
    case serve
    /// What `hegui serve` refuses to take, keep or wait for; stands in `serve`.
    case limits
}

extension Setting where Value == String {
    /// A text without a line end.
    static func text(
        _ name: String,
        in section: SettingSection = .general,
        expecting expectation: String,
        example: String = "",
        standard: String? = nil,
        reason: LocalizedText
    ) -> Self {
        Self(
            section: section,
            name: name,
            expectation: expectation,
            reason: reason,
            standard: standard,
            example: example,
            read: { node in
                guard let text = NodeReader.text(node), !text.contains(where: \.isNewline) else { return nil }
                return text
            },
            write: { quoted($0) }
        )
    }

    /// The path of a file or folder, which must not depend on where the program is started.
    static func path(
        _ name: String,
        in section: SettingSection = .general,
        example: String,
        standard: String? = nil,
        reason: LocalizedText
    ) -> Self {
        Self(
            section: section,
            name: name,
            expectation: "a path that starts with '/'",
            reason: reason,
            standard: standard,
            example: example,
            read: { node in
                guard let path = NodeReader.text(node), path.hasPrefix("/"), !path.contains(where: \.isNewline) else {
                    return nil
                }
                return path
            },
            write: { quoted($0) }
        )
    }

    /// The text as YAML: in quotes where it could be read as something else.
    private static func quoted(_ text: String) -> String {
        let isPlain = text.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "/"), UInt8(ascii: "."), UInt8(ascii: "_"),
                UInt8(ascii: "-"):
                true
            default: false
            }
        }
        if isPlain, !text.isEmpty { return text }
        return "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
    }
}

extension Setting where Value == Int {
    /// A whole number.
    static func number(
        _ name: String,
        in section: SettingSection,
        _ range: ClosedRange<Int>,
        standard: Int,
        reason: LocalizedText
    ) -> Self {
        let most =
            range.upperBound == .max
            ? "of at least \(range.lowerBound)" : "from \(range.lowerBound) to \(range.upperBound)"
        return Self(
            section: section,
            name: name,
            expectation: "a whole number \(most)",
            reason: reason,
            standard: standard,
            example: "",
            read: { node in node.int.flatMap { range.contains($0) ? $0 : nil } },
            write: { String($0) }
        )
    }
}

extension Setting where Value == Bool {
    /// Something that is done or not.
    static func flag(_ name: String, in section: SettingSection = .general, reason: LocalizedText) -> Self {
        Self(
            section: section,
            name: name,
            expectation: "true or false",
            reason: reason,
            standard: false,
            example: "",
            read: { $0.bool },
            write: { $0 ? "true" : "false" }
        )
    }
}

extension Setting where Value: RawRepresentable<String> & CaseIterable {
    /// One of some words.
    static func choice(_ name: String, in section: SettingSection, standard: Value, reason: LocalizedText) -> Self {
        Self(
            section: section,
            name: name,
            expectation: "one of " + Value.allCases.map { "'\($0.rawValue)'" }.joined(separator: ", "),
            reason: reason,
            standard: standard,
            example: "",
            read: { $0.string.flatMap(Value.init(rawValue:)) },
            write: { $0.rawValue }
        )
    }
}
