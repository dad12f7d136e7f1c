internal import Foundation
internal import LegalText
internal import NoticeCorpus
internal import RecordModel
internal import Yams

/// Reads one pack of a rules folder: `pack.yaml`, and a folder for each rule with `rule.yaml` and `cases.yaml`.
struct RulePackLoader {
    /// What `pack.yaml` says.
    private struct Manifest {
        let version: String
        let notice: String
        let successor: String?
        let text: String
        let location: SourceLocation
    }

    private let files: RuleFiles

    private(set) var diagnostics: [Diagnostic] = []

    init(_ files: RuleFiles) {
        self.files = files
    }

    /// The pack called `id`, with its cases where they are asked for; `lexicon` are the files that it shares.
    mutating func pack(_ id: String, withCases: Bool, lexicon: [(name: String, text: String)]) -> RulePack? {
        guard let manifest = manifest(of: id) else { return nil }
        var read = lexicon + [("\(id)/pack.yaml", manifest.text)]
        let present = Set(files.names(in: id))
        let sentinels = present.contains("sentinels.yaml") ? self.sentinels(of: id, into: &read) : []
        let waivers = withCases && present.contains("waivers.yaml") ? self.waivers(of: id) : []
        let siblings = Set(present.map { "\(id)/\($0)" })
        var rules: [Rule] = []
        var cases: [RuleCase] = []
        for name in present.sorted() where files.isFolder("\(id)/\(name)") {
            guard let file = file("\(id)/\(name)/rule.yaml") else { continue }
            read.append(("\(id)/\(name)/rule.yaml", file.text))
            let model = RuleDecoder.model(of: file.text).flatMap { self.model($0, of: "\(id)/\(name)") }
            if let model { read.append(model) }
            var decoder = RuleDecoder(path: file.path, siblings: siblings)
            if let rule = decoder.rule(file.text, id: "\(id)/\(name)", like: model?.text) { rules.append(rule) }
            diagnostics += decoder.diagnostics
            if withCases { cases += self.cases(of: "\(id)/\(name)", like: model?.name) }
        }
        if rules.isEmpty, diagnostics.isEmpty {
            report("rules/no-rule", id, "the pack has no rule: expected folders with a rule.yaml")
        }
        return RulePack(
            id: id,
            version: manifest.version,
            notice: manifest.notice,
            successor: manifest.successor,
            rules: rules,
            cases: cases,
            sentinels: sentinels,
            waivers: waivers,
            location: manifest.location,
            digest: RuleFiles.digest(read)
        )
    }

    private mutating func sentinels(of id: String, into read: inout [(name: String, text: String)]) -> [Sentinel] {
        guard let file = file("\(id)/sentinels.yaml") else { return [] }
        read.append(("\(id)/sentinels.yaml", file.text))
        var decoder = SentinelDecoder(path: file.path, pack: id)
        defer { diagnostics += decoder.diagnostics }
        return decoder.sentinels(file.text)
    }

    private mutating func waivers(of id: String) -> [Waiver] {
        guard let file = file("\(id)/waivers.yaml") else { return [] }
        var decoder = WaiverDecoder(path: file.path)
        defer { diagnostics += decoder.diagnostics }
        return decoder.waivers(file.text)
    }

    /// The cases of the rule called `id`, and those of the rule whose file is `model` that its own don't tell again under
    /// the same name.
    private mutating func cases(of id: String, like model: String?) -> [RuleCase] {
        var cases: [RuleCase] = []
        if model == nil || files.file("\(id)/cases.yaml") != nil {
            guard let file = file("\(id)/cases.yaml") else { return [] }
            var decoder = CaseDecoder(path: file.path)
            cases = decoder.cases(file.text, of: id)
            diagnostics += decoder.diagnostics
        }
        // The model's own mistakes are reported where it stands.
        guard let model, let file = files.file(model.replacing("/rule.yaml", with: "/cases.yaml")) else { return cases }
        var decoder = CaseDecoder(path: file.path)
        let told = Set(cases.map(\.name))
        return cases + decoder.cases(file.text, of: id).filter { !told.contains($0.name) }
    }

    /// The file of the rule called `name`, which the rule called `id` is like.
    private mutating func model(_ name: String, of id: String) -> (name: String, text: String)? {
        let path = "\(name)/rule.yaml"
        guard let file = files.file(path) else {
            report("rule/unknown-model", "\(id)/rule.yaml", "the rule is like '\(name)', which isn't there")
            return nil
        }
        return (path, file.text)
    }

    private mutating func manifest(of id: String) -> Manifest? {
        guard let file = file("\(id)/pack.yaml") else { return nil }
        var reader = NodeReader(path: file.path)
        defer { diagnostics += reader.diagnostics }
        let allowed = ["id", "notice", "version", "title", "successor", "note", "format"]
        guard let root = reader.document(file.text) else { return nil }
        // A pack of another format may have fields that mean nothing here.
        if let node = root.mapping?["format"], let mistake = DataFormat.mistake(node.string ?? "") {
            reader.report("pack/format", at: node, mistake.summary, help: mistake.help)
            return nil
        }
        guard let fields = reader.fields(of: root, allowed: allowed, what: "a pack")
        else { return nil }
        let named = reader.value("id", in: fields, of: root, expecting: "'\(id)', the folder's name") {
            $0.string == id ? id : nil
        }
        let notice = reader.value("notice", in: fields, of: root, expecting: "a notice's id", convert: NodeReader.text)
        let version = reader.value(
            "version",
            in: fields,
            of: root,
            expecting: "three numbers such as '1.0.0'"
        ) { node in
            NodeReader.text(node).flatMap { text in
                let parts = text.split(separator: ".", omittingEmptySubsequences: false)
                return parts.count == 3 && parts.allSatisfy { UInt($0) != nil } ? text : nil
            }
        }
        let successor = reader.optional(
            "successor",
            in: fields,
            expecting: "the id of the notice that repeals the pack's",
            convert: NodeReader.text
        )
        _ = reader.localized("title", in: fields, of: root)
        guard named != nil, let notice, let version else { return nil }
        let place = fields["successor"].map(reader.location) ?? reader.location(of: root)
        return Manifest(version: version, notice: notice, successor: successor, text: file.text, location: place)
    }

    private mutating func file(_ name: String) -> RuleFiles.File? {
        guard let file = files.file(name) else {
            report("rules/unreadable", name, "the file is missing, or isn't UTF-8 text")
            return nil
        }
        return file
    }

    private mutating func report(_ id: String, _ name: String, _ summary: String) {
        diagnostics.append(Diagnostic(id, .error, in: SourceLocation(path: files.shown(name)), summary))
    }
}
