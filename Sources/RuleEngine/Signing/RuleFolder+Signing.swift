internal import Foundation
package import LegalText

extension RuleFolder {
    /// How a pack stands with those whose keys are trusted.
    package enum SignatureState: Sendable {
        /// Nobody signed it.
        case unsigned
        /// It is as the holder of a trusted key signed it.
        case trusted(PackSignature)
        /// It is signed, and as it was signed as far as that can be told without the key, which isn't a trusted one.
        case untrusted(PackSignature)
        /// It isn't as it was signed, or what should be a signature is none.
        case wrong([Diagnostic])
    }

    /// Signs the pack called `id` as it is now; the text of its file `pack.sig`, and where that belongs.
    ///
    /// - Throws: An error with every mistake of the pack: one that can't be used isn't signed.
    package func sign(_ id: String, with key: PackSigningKey) throws(RulePackError) -> (text: String, path: String) {
        // Whoever signs needn't have signed before.
        let pack = try RuleFolder(rules: folder, corpus: corpus).pack(id)
        let statement = PackSignature(
            pack: id,
            version: pack.version,
            digest: pack.digest,
            files: RuleFiles(folder).signedFilesDigest(of: id),
            key: key.trusted.id
        )
        do {
            return (try PackSignature(statement, with: key).text, signaturePath(of: id))
        } catch {
            throw RulePackError([Diagnostic("signature/failed", .error, in: location(of: id), "\(error)")])
        }
    }

    /// How the pack called `id` stands with the keys that `trust` holds; version and digest count only once they are known.
    package func signatureState(
        of id: String,
        version: String? = nil,
        digest: String? = nil,
        trust: PackTrust
    ) -> SignatureState {
        guard FileManager.default.fileExists(atPath: signaturePath(of: id)) else { return .unsigned }
        guard let text = RuleFiles.text(at: signaturePath(of: id)) else {
            return .wrong([
                Diagnostic("signature/malformed", .error, in: location(of: id), "expected a text in UTF-8")
            ])
        }
        let signature: PackSignature
        do {
            signature = try PackSignature(text)
        } catch {
            let place = SourceLocation(path: signaturePath(of: id), line: error.line)
            return .wrong([Diagnostic("signature/malformed", .error, in: place, "expected \(error.expected)")])
        }
        if let key = trust.key(of: signature), !key.holds(signature.signature, over: signature.signedBytes) {
            return .wrong([
                Diagnostic(
                    "signature/wrong",
                    .error,
                    in: location(of: id),
                    "the signature isn't that of \(signature.key): it was altered, or made with another key"
                )
            ])
        }
        let differences = differences(of: signature, from: id, version: version, digest: digest)
        guard differences.isEmpty else { return .wrong(differences) }
        return trust.key(of: signature) == nil ? .untrusted(signature) : .trusted(signature)
    }

    /// Sees to it that the pack called `id` is signed with a trusted key, where only such packs are used.
    ///
    /// Called before a pack is read, and again with the version and digest of what was read: the files may have changed meanwhile.
    func checkSignature(
        of id: String,
        version: String? = nil,
        digest: String? = nil
    ) throws(RulePackError) {
        guard let trust else { return }
        switch signatureState(of: id, version: version, digest: digest, trust: trust) {
        case .trusted:
            return
        case .wrong(let diagnostics):
            throw RulePackError(diagnostics)
        case .unsigned:
            throw RulePackError([
                Diagnostic(
                    "signature/missing",
                    .error,
                    in: location(of: id),
                    "the pack '\(id)' isn't signed, and only signed packs are used",
                    help: "sign it with 'hegui rules sign', or leave --require-signed out"
                )
            ])
        case .untrusted(let signature):
            throw RulePackError([
                Diagnostic(
                    "signature/unknown-key",
                    .error,
                    in: location(of: id),
                    "the pack '\(id)' is signed with \(signature.key), which isn't a trusted key",
                    help: "trusted are \(trust.keyIDs.joined(separator: ", "))"
                )
            ])
        }
    }

    /// What the signature says otherwise than the pack is.
    private func differences(
        of signature: PackSignature,
        from id: String,
        version: String?,
        digest: String?
    ) -> [Diagnostic] {
        let facts = [
            (signature.pack, id, "is for the pack"),
            (signature.version, version ?? signature.version, "is for version"),
            (signature.digest, digest ?? signature.digest, "is for rules and lexicon with the digest"),
            (signature.files, RuleFiles(folder).signedFilesDigest(of: id), "is for files with the digest"),
        ]
        return facts.filter { $0.0 != $0.1 }.prefix(1).map { signed, found, what in
            Diagnostic(
                "signature/altered",
                .error,
                in: location(of: id),
                "the signature \(what) \(signed), and found is \(found): a file was changed, added or taken away"
            )
        }
    }

    private func signaturePath(of id: String) -> String {
        folder.appending(path: id).appending(path: PackSignature.fileName).path(percentEncoded: false)
    }

    private func location(of id: String) -> SourceLocation { SourceLocation(path: signaturePath(of: id)) }
}

extension RuleFiles {
    /// The digest of every `.yaml` and `.tsv` file of the pack called `id` and of the lexicon; one that can't be read counts as
    /// empty, since the pack can't be loaded then.
    func signedFilesDigest(of id: String) -> String {
        var found: [(name: String, text: String)] = []
        func add(_ path: String) {
            for name in names(in: path) {
                let path = "\(path)/\(name)"
                if isFolder(path) {
                    add(path)
                } else if path.hasSuffix(".yaml") || path.hasSuffix(".tsv") {
                    found.append((path, file(path)?.text ?? ""))
                }
            }
        }
        add(id)
        add("lexicon")
        return Self.digest(found)
    }
}
