import Foundation
import LegalText
import RuleEngine
import Yams

/// What the configuration file says.
struct Configuration: Sendable {
    /// The path of the file, or `nil` where there is none.
    let path: String?

    /// The values that it gives, by the keys of their settings.
    private var values: [String: any Sendable] = [:]

    /// Where they stand in the file.
    private var lines: [String: Int] = [:]

    /// Where the file is that the package brings.
    static let usualPath = "/etc/hegui/hegui.yaml"

    /// A configuration without a file.
    init() {
        path = nil
    }

    /// Reads the file at `given`, or else at `$HEGUI_CONFIG`, or else ``usualPath`` where there is one; with the word `off` in their
    /// place no file is read.
    ///
    /// - Throws: ``CommandFailure`` with every mistake of the file, or where a file that was named can't be read.
    init(given: String?) throws(CommandFailure) {
        let environment = ProcessInfo.processInfo.environment["HEGUI_CONFIG"] ?? ""
        let named =
            given.map { (name: "--config", path: $0) }
            ?? (environment.isEmpty ? nil : (name: "$HEGUI_CONFIG", path: environment))
        if named?.path == "off" {
            self.init()
            return
        }
        guard named != nil || FileManager.default.fileExists(atPath: Self.usualPath) else {
            self.init()
            return
        }
        let path = named?.path ?? Self.usualPath
        guard let data = FileManager.default.contents(atPath: path), let text = String(bytes: data, encoding: .utf8)
        else {
            let name = named.map { "\($0.name): " } ?? ""
            throw CommandFailure("\(name)'\(path)' can't be read; expected a configuration file in UTF-8")
        }
        try self.init(text, path: path)
    }

    /// Reads the text of the file at `path`.
    ///
    /// - Throws: ``CommandFailure`` with every mistake of the file.
    init(_ text: String, path: String) throws(CommandFailure) {
        self.path = path
        var reader = NodeReader(path: path)
        // A file in which everything is commented out says nothing, and is none the worse for it.
        let isBlank = text.split(whereSeparator: \.isNewline).allSatisfy { line in
            line.allSatisfy(\.isWhitespace) || line.drop(while: \.isWhitespace).hasPrefix("#")
        }
        if !isBlank, let root = reader.document(text) { read(root, .general, &reader) }
        guard reader.diagnostics.isEmpty else {
            let mistakes = reader.diagnostics.sorted { ($0.location?.line ?? 0) < ($1.location?.line ?? 0) }
            throw CommandFailure(located: mistakes.map(\.description).joined(separator: "\n"))
        }
    }

    /// What the file says of `setting`.
    subscript<Value>(setting: Setting<Value>) -> Value? { values[setting.key] as? Value }

    /// The line of the file that gives `setting`.
    func line(of setting: any AnySetting) -> Int? { lines[setting.key] }

    /// Says of `setting` what an option said.
    mutating func override<Value>(_ setting: Setting<Value>, _ value: Value?) {
        guard let value else { return }
        values[setting.key] = value
        lines[setting.key] = nil
    }

    private mutating func read(_ node: Node, _ section: SettingSection, _ reader: inout NodeReader) {
        let settings = Settings.all.filter { $0.section == section }
        let inner: SettingSection? =
            switch section {
            case .general: .serve
            case .serve: .limits
            case .limits: nil
            }
        // Where every line below is commented out, the name stands alone.
        if node.null != nil, section != .general { return }
        let what = section == .general ? "the configuration" : "'\(section.rawValue)'"
        let allowed = settings.map(\.name) + (inner.map { [$0.rawValue] } ?? [])
        #if !Service
            // What the service would mind is no concern of a program without one.
            if section == .serve { return }
        #endif
        guard let fields = reader.fields(of: node, allowed: allowed, what: what) else { return }
        for setting in settings {
            let place = fields[setting.name]?.mark?.line
            let value = reader.optional(
                setting.name,
                in: fields,
                expecting: setting.expectation,
                convert: setting.value(in:)
            )
            guard let value else { continue }
            values[setting.key] = value
            lines[setting.key] = place
        }
        if let inner, let node = fields[inner.rawValue] { read(node, inner, &reader) }
    }
}

extension Configuration {
    /// The configuration as a file, each setting with its reason: what is given stands as it holds, all else commented out with its
    /// standard value.
    func text() -> String {
        var lines = [
            "# 合规 Hegui 的配置。命令行选项优先于此文件；以 # 注释掉的行为默认值。",
            "# The configuration of Hegui. Options of a command come before it; lines that are commented out "
                + "show the defaults.",
        ]
        var section = SettingSection.general
        for setting in Settings.all {
            if setting.section != section {
                section = setting.section
                lines += ["", section == .serve ? "serve:" : "  limits:"]
            }
            let indent = String(repeating: "  ", count: SettingSection.allCases.firstIndex(of: section) ?? 0)
            lines += ["", "\(indent)# \(setting.reason.zh)", "\(indent)# \(setting.reason.en)"]
            if let value = values[setting.key].flatMap({ setting.text(of: $0) }) {
                lines.append("\(indent)\(setting.name): \(value)")
            } else {
                lines.append("\(indent)# \(setting.name): \(setting.standardText ?? setting.example)")
            }
        }
        return lines.joined(separator: "\n") + "\n"
    }
}
