internal import Crypto

/// The SHA-256 of everything that a compiled pack depends on: the program, the rules, the lexicon and its folding tables,
/// the metadata of the corpus, and the texts that quotes were verified against.
struct PackKey {
    private var hash = SHA256()

    /// The form in which packs are stored; to be raised with every change of it.
    private static let form = 3

    /// Starts a key with what every pack depends on.
    ///
    /// - Parameters:
    ///   - engine: What tells this program from others that would compile the rules otherwise.
    ///   - rules: The folder of rules; cases don't count, since no verdict depends on them.
    ///   - corpus: The folder that holds `notices`.
    init(engine: String, rules: String, corpus: String) {
        add("\(Self.form) \(engine)")
        addFolder(rules, below: "")
        let notices = "\(corpus)/notices"
        for notice in FileBytes.names(in: notices) ?? [] where notice.isFolder {
            add(notice.name)
            // A text that is missing is a mistake, whether or not a rule quotes it.
            for file in FileBytes.names(in: "\(notices)/\(notice.name)") ?? [] { add(file.name) }
            addFile("\(notices)/\(notice.name)/meta.yaml", named: "meta.yaml")
        }
    }

    /// The key of a pack whose quotes were verified against `texts`, given below the folder `notices` of `corpus`.
    func value(texts: [String], of corpus: String) -> [UInt8] {
        value(texts: texts.map { ($0, FileBytes.contents(of: "\(corpus)/notices/\($0)")) })
    }

    /// The key of a pack whose quotes were verified against `texts`, given with their contents.
    func value(texts: [(path: String, bytes: [UInt8]?)]) -> [UInt8] {
        var key = self
        for text in texts { key.add(text.bytes, named: text.path) }
        return Array(key.hash.finalize())
    }

    private mutating func addFolder(_ folder: String, below path: String) {
        for entry in FileBytes.names(in: folder) ?? [] where entry.name != "cases.yaml" {
            if entry.isFolder {
                addFolder("\(folder)/\(entry.name)", below: "\(path)\(entry.name)/")
            } else {
                addFile("\(folder)/\(entry.name)", named: path + entry.name)
            }
        }
    }

    private mutating func addFile(_ path: String, named name: String) {
        add(FileBytes.contents(of: path), named: name)
    }

    private mutating func add(_ bytes: [UInt8]?, named name: String) {
        add(name)
        // Lengths stand before contents, so that no two sets of files give the same bytes.
        add(bytes.map { String($0.count) } ?? "-")
        bytes?.withUnsafeBytes { hash.update(bufferPointer: $0) }
    }

    private mutating func add(_ word: String) {
        var word = word
        word.withUTF8 { hash.update(bufferPointer: UnsafeRawBufferPointer($0)) }
        withUnsafeBytes(of: UInt8(0)) { hash.update(bufferPointer: $0) }
    }
}
