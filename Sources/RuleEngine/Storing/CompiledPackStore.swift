internal import Crypto
internal import LegalText
internal import TermMatching

/// Compiled packs kept in files, so that a start needn't read, check and compile the rules again.
///
/// A stored pack counts only where it was made by the same program of the same files, which their SHA-256 tells, and where
/// its own SHA-256 shows that nothing of it was lost or changed. Anything else is passed over in silence, as if there
/// were none.
public struct CompiledPackStore: Sendable {
    private let rules: String
    private let corpus: String
    private let engine: String
    private let folders: [String]

    /// The first bytes of a stored pack.
    private static let mark = Array("hegui-pack\n".utf8)

    /// Creates a store; nothing is read yet.
    ///
    /// - Parameters:
    ///   - rules: The path of the folder of rules.
    ///   - corpus: The path of the corpus that they cite.
    ///   - engine: What tells this program from others, such as its size and date: another program may compile the same
    ///     rules otherwise.
    ///   - folders: The folders in which packs are looked for, in order.
    public init(rules: String, corpus: String, engine: String, folders: [String]) {
        self.rules = Self.trimmed(rules)
        self.corpus = Self.trimmed(corpus)
        self.engine = engine
        self.folders = folders.map(Self.trimmed)
    }

    /// The pack called `id`, or `nil` where none is stored that still is what its files say.
    public func pack(_ id: String) -> CompiledRulePack? {
        var key: CompiledPackKey?
        for folder in folders {
            guard let bytes = FileBytes.contents(of: file(id, in: folder)) else { continue }
            let current = key ?? self.key()
            key = current
            if let pack = pack(in: bytes, current) { return pack }
        }
        return nil
    }

    /// Stores `pack`, which was loaded from `folder` since `key` was taken, in the file that ``pack(_:)`` looks for in
    /// `place`.
    ///
    /// Nothing is stored where the files changed while they were loaded.
    ///
    /// - Returns: The path and size in bytes of the file, or `nil` where none was written.
    @discardableResult
    public func save(
        _ pack: CompiledRulePack,
        of folder: RuleFolder,
        since key: CompiledPackKey,
        in place: String
    ) -> (path: String, size: Int)? {
        let texts = folder.texts(citedBy: pack)
        let paths = texts.map(\.path)
        let value = key.key.value(texts: texts)
        guard value == self.key().key.value(texts: paths, of: corpus) else { return nil }
        var writer = StoreWriter()
        writer.write(paths) { $0.write($1) }
        writer.writeFlat(value)
        pack.store(in: &writer, folder: rules)
        let bytes = Self.mark + Self.digest(of: writer.bytes[...]) + writer.bytes
        let path = file(pack.id, in: Self.trimmed(place))
        return FileBytes.write(bytes, to: path) ? (path, bytes.count) : nil
    }

    /// The key of what the rules and the corpus are now.
    public func key() -> CompiledPackKey {
        CompiledPackKey(key: PackKey(engine: engine, rules: rules, corpus: corpus))
    }

    private func pack(in bytes: [UInt8], _ key: CompiledPackKey) -> CompiledRulePack? {
        let header = Self.mark.count + SHA256.byteCount
        guard bytes.count > header, bytes.starts(with: Self.mark),
            Self.digest(of: bytes[header...]).elementsEqual(bytes[Self.mark.count..<header])
        else { return nil }
        var reader = StoreReader(bytes, from: header)
        do {
            let texts = try reader.texts()
            guard try reader.flat(UInt8.self) == key.key.value(texts: texts, of: corpus) else { return nil }
            let pack = try CompiledRulePack(from: &reader, folder: rules)
            return reader.isAtEnd ? pack : nil
        } catch {
            return nil
        }
    }

    private func file(_ id: String, in folder: String) -> String {
        "\(folder)/\(id).pack"
    }

    private static func digest(of bytes: ArraySlice<UInt8>) -> [UInt8] {
        var hash = SHA256()
        bytes.withUnsafeBytes { hash.update(bufferPointer: $0) }
        return Array(hash.finalize())
    }

    private static func trimmed(_ path: String) -> String {
        var path = Substring(path)
        while path.count > 1, path.hasSuffix("/") { path.removeLast() }
        return String(path)
    }
}

/// What the files of a rules folder and its corpus were at one time.
public struct CompiledPackKey: Sendable {
    let key: PackKey
}
