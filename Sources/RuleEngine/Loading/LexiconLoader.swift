internal import Foundation
internal import LegalText
internal import TermMatching

/// Reads `rules/lexicon`: a file for each concept, the negations, and the folding tables.
struct LexiconLoader {
    /// The folding tables in the order in which they are laid over each other, with the step that each stands for.
    private static let tables: [(name: String, step: FoldingSteps)] = [
        ("compatibility", .compatibility), ("traditional", .traditional), ("variant", .traditional),
        ("confusable", .confusable),
    ]

    private let files: RuleFiles

    private(set) var diagnostics: [Diagnostic] = []

    /// The files that were read, with their names below the rules folder.
    private(set) var read: [(name: String, text: String)] = []

    init(_ files: RuleFiles) {
        self.files = files
    }

    /// The concepts and negations.
    mutating func lexicon() -> Lexicon {
        var concepts: [String: Concept] = [:]
        for name in files.names(in: "lexicon/concepts") where name.hasSuffix(".yaml") {
            guard let file = file("lexicon/concepts/\(name)") else { continue }
            var decoder = LexiconDecoder(path: file.path)
            if let concept = decoder.concept(file.text, named: String(name.dropLast(5))) {
                concepts[concept.id] = concept
            }
            diagnostics += decoder.diagnostics
        }
        if concepts.isEmpty, diagnostics.isEmpty {
            diagnostics.append(
                Diagnostic(
                    "lexicon/no-concept",
                    .error,
                    in: SourceLocation(path: files.shown("lexicon/concepts")),
                    "expected a file for each concept here"
                )
            )
        }
        var negations: [NegationGroup] = []
        if let file = file("lexicon/negation.yaml") {
            var decoder = LexiconDecoder(path: file.path)
            negations = decoder.negations(file.text)
            diagnostics += decoder.diagnostics
        }
        return Lexicon(concepts: concepts, negations: negations)
    }

    /// The folding table that all matchers share.
    mutating func folding() -> FoldingTable {
        var table = FoldingTable()
        for (name, step) in Self.tables {
            guard let file = file("lexicon/folding/\(name).tsv") else { continue }
            var reader = FoldingTableReader(path: file.path)
            table.add(reader.rows(in: file.text), step: step)
            diagnostics += reader.diagnostics
        }
        table.disguises = disguises()
        return table
    }

    /// What stands for what in disguised terms.
    private mutating func disguises() -> DisguiseTable {
        var table = DisguiseTable()
        load("substitute") { reader, text in table.add(reader.substitutes(in: text)) }
        load("substitute-words") { reader, text in reader.words(in: text).forEach { table.add(word: $0) } }
        load("split") { reader, text in
            for row in reader.parts(in: text) { table.add(parts: row.parts, of: row.character) }
        }
        load("pinyin") { reader, text in
            for row in reader.readings(in: text) { table.add(reading: row.reading, of: row.character) }
        }
        return table
    }

    private mutating func load(_ name: String, _ take: (inout DisguiseTableReader, String) -> Void) {
        guard let file = file("lexicon/folding/\(name).tsv") else { return }
        var reader = DisguiseTableReader(path: file.path)
        take(&reader, file.text)
        diagnostics += reader.diagnostics
    }

    private mutating func file(_ name: String) -> RuleFiles.File? {
        guard let file = files.file(name) else {
            diagnostics.append(
                Diagnostic(
                    "rules/unreadable",
                    .error,
                    in: SourceLocation(path: files.shown(name)),
                    "the file is missing, or isn't UTF-8 text"
                )
            )
            return nil
        }
        read.append((name, file.text))
        return file
    }
}
