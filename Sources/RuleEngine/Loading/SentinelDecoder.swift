internal import LegalText
internal import RecordModel
internal import Yams

/// Turns one `sentinels.yaml` into ``Sentinel`` values.
struct SentinelDecoder {
    private var reader: NodeReader
    private let pack: String

    /// Creates a decoder for the file at `path`, which belongs to the pack called `pack`.
    init(path: String, pack: String) {
        reader = NodeReader(path: path)
        self.pack = pack
    }

    /// What is wrong with the file.
    var diagnostics: [Diagnostic] { reader.diagnostics }

    /// The sentinels in `text`.
    mutating func sentinels(_ text: String) -> [Sentinel] {
        guard let root = reader.document(text) else { return [] }
        guard let members = root.sequence else {
            reader.report("yaml/wrong-type", at: root, "a file of sentinels must be a list of sentinels")
            return []
        }
        return members.compactMap { sentinel($0) }
    }

    private mutating func sentinel(_ node: Node) -> Sentinel? {
        guard let fields = reader.fields(of: node, allowed: ["sentinel", "record", "expect"], what: "a sentinel") else {
            return nil
        }
        let name = reader.value(
            "sentinel",
            in: fields,
            of: node,
            expecting: "what the sentinel shows",
            convert: NodeReader.text
        )
        let record = reader.value("record", in: fields, of: node, expecting: "a record", convert: \.self)
            .flatMap { reader.sample($0) }
        let expectation = "'clear', or rules with what each comes to, such as {mining: prohibited}"
        let expect = reader.value("expect", in: fields, of: node, expecting: expectation, convert: \.self)
        guard let name, let record, let expect else { return nil }
        let staysClear = expect.string == Verdict.Level.clear.rawValue
        if !staysClear, expect.mapping?.isEmpty ?? true {
            reader.report("yaml/wrong-value", at: expect, "'expect' must be \(expectation)")
            return nil
        }
        return Sentinel(
            name: name,
            record: record,
            expected: staysClear ? [:] : levels(expect),
            staysClear: staysClear,
            location: reader.location(of: node)
        )
    }

    /// What each rule must come to.
    private mutating func levels(_ node: Node) -> [String: Verdict.Level] {
        var expected: [String: Verdict.Level] = [:]
        for (key, value) in node.mapping ?? [:] {
            let rule = key.string ?? ""
            guard let level = value.string.flatMap(Verdict.Level.init(rawValue:)) else {
                let choices = NodeReader.oneOf(Verdict.Level.self)
                reader.report("yaml/wrong-value", at: value, "what '\(rule)' comes to must be \(choices)")
                continue
            }
            // A rule of the pack is named without the pack.
            expected[rule.contains("/") ? rule : "\(pack)/\(rule)"] = level
        }
        return expected
    }
}
