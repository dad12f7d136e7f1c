import Foundation
package import LegalText
package import NoticeModel

/// The norms that a person wrote down for one text of the corpus, which the parser is measured against.
///
/// `corpus/notices/README.md` says how they are written.
package struct ExpectedNorms: Sendable {
    /// The norms article by article, in reading order.
    package let norms: [ExpectedNorm]

    /// Reads the norms expected of `notice` from the text of a file that diagnostics call `path`.
    ///
    /// - Throws: An error with every mistake of the file; words that don't stand in their article are among them.
    package init(yaml: String, path: String, notice: Notice) throws(CorpusError) {
        var decoder = ExpectedNormsDecoder(path: path, notice: notice)
        norms = decoder.decode(yaml)
        guard decoder.diagnostics.isEmpty else { throw CorpusError(decoder.diagnostics) }
    }
}

/// One norm that a person wrote down.
package struct ExpectedNorm: Sendable {
    /// The article, or `conclusions`.
    package let provision: ProvisionID

    /// What the norm does.
    package let kind: Norm.Kind

    /// The whole norm, in UTF-8 bytes of the notice's source.
    package let span: TextSpan

    /// The words of its parts, none for a part that the norm hasn't got.
    ///
    /// A part that isn't here isn't judged.
    package let parts: [NormPart: [String]]

    /// Where it is written down.
    package let location: SourceLocation
}

extension CorpusText {
    /// The norms that are expected of the text, from `norms.zh.yaml` or `norms.en.yaml` beside it; `nil` where nobody
    /// has written them down.
    ///
    /// - Throws: An error with every mistake of the file.
    package func expectedNorms() throws(CorpusError) -> ExpectedNorms? {
        let folder = URL(filePath: path).deletingLastPathComponent()
        let file = folder.appending(path: "norms.\(language.rawValue).yaml").path(percentEncoded: false)
        guard FileManager.default.fileExists(atPath: file) else { return nil }
        guard let data = FileManager.default.contents(atPath: file), let yaml = String(bytes: data, encoding: .utf8)
        else { throw CorpusError([.unreadable(file)]) }
        return try ExpectedNorms(yaml: yaml, path: file, notice: notice)
    }
}
