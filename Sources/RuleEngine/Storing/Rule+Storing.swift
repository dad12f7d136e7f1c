internal import LegalText
internal import RecordModel
internal import TermMatching

extension Rule {
    /// Writes what the rule looks for and what it makes of it, for ``CompiledRulePack/digest(ofRule:)``.
    func storeMeaning(in writer: inout StoreWriter) {
        writer.write(ban)
        writer.write(verdict)
        writer.write(cure != nil)
        writer.write(Field.allCases.filter(fields.contains)) { $0.write($1) }
        writer.write(territory)
        writer.write(bearer) { writer, bearer in
            writer.write(bearer.kinds) { $0.write($1) }
            writer.write(bearer.doubtful) { $0.write($1) }
        }
        condition.store(in: &writer)
        for proviso in requirements + doubts {
            writer.write(proviso.id)
            proviso.condition.store(in: &writer)
        }
        writer.write(yieldsTo) { $0.write($1) }
        writer.write(certainTo)
    }

    func store(in writer: inout StoreWriter, folder: String) {
        writer.write(id)
        title.store(in: &writer)
        writer.write(ban)
        writer.write(activity)
        writer.write(errs)
        writer.write(verdict)
        basis.store(in: &writer, folder: folder)
        writer.write(authority) { $1.store(in: &$0) }
        writer.write(cure) { writer, cure in
            cure.requirement.store(in: &writer)
            writer.write(cure.grantor) { $1.store(in: &$0) }
        }
        writer.write(Field.allCases.filter(fields.contains)) { $0.write($1) }
        writer.write(territory)
        writer.write(bearer) { writer, bearer in
            writer.write(bearer.kinds) { $0.write($1) }
            writer.write(bearer.doubtful) { $0.write($1) }
        }
        condition.store(in: &writer)
        writer.write(requirements) { $1.store(in: &$0) }
        writer.write(doubts) { $1.store(in: &$0) }
        writer.write(yieldsTo) { $0.write($1) }
        writer.write(certainTo)
        explanation.store(in: &writer)
        location.store(in: &writer, folder: folder)
    }

    init(from reader: inout StoreReader, folder: String) throws(StoreReader.Damage) {
        self.init(
            id: try reader.text(),
            title: try LocalizedText(from: &reader),
            ban: try reader.name(),
            activity: try reader.text(),
            errs: try reader.name(),
            verdict: try reader.name(),
            basis: try RuleBasis(from: &reader, folder: folder),
            authority: try reader.optional { reader throws(StoreReader.Damage) in try LocalizedText(from: &reader) },
            cure: try reader.optional { reader throws(StoreReader.Damage) in
                Cure(
                    requirement: try LocalizedText(from: &reader),
                    grantor: try reader.optional { reader throws(StoreReader.Damage) in
                        try LocalizedText(from: &reader)
                    }
                )
            },
            fields: Set(try reader.list { reader throws(StoreReader.Damage) in try reader.name(Field.self) }),
            territory: try reader.name(),
            bearer: try reader.optional { reader throws(StoreReader.Damage) in
                Bearer(kinds: try reader.texts(), doubtful: try reader.texts())
            },
            condition: try Condition(from: &reader),
            requirements: try reader.list { reader throws(StoreReader.Damage) in try Proviso(from: &reader) },
            doubts: try reader.list { reader throws(StoreReader.Damage) in try Proviso(from: &reader) },
            yieldsTo: try reader.texts(),
            certainTo: try reader.name(),
            explanation: try LocalizedText(from: &reader),
            location: try SourceLocation(from: &reader, folder: folder)
        )
    }
}

extension Rule.Proviso {
    fileprivate func store(in writer: inout StoreWriter) {
        writer.write(id)
        condition.store(in: &writer)
        reason.store(in: &writer)
    }

    fileprivate init(from reader: inout StoreReader) throws(StoreReader.Damage) {
        self.init(
            id: try reader.text(),
            condition: try Condition(from: &reader),
            reason: try LocalizedText(from: &reader)
        )
    }
}

extension RuleBasis {
    fileprivate func store(in writer: inout StoreWriter, folder: String) {
        writer.write(notice)
        writer.write(provision)
        writer.write(quotes.sorted { $0.key.rawValue < $1.key.rawValue }) { writer, quote in
            writer.write(quote.key)
            writer.write(quote.value.text)
            quote.value.location.store(in: &writer, folder: folder)
        }
    }

    fileprivate init(from reader: inout StoreReader, folder: String) throws(StoreReader.Damage) {
        let notice = try reader.text()
        let provision = try reader.text()
        let quotes = try reader.list { reader throws(StoreReader.Damage) in
            (
                try reader.name(LocalizedText.Language.self),
                QuotedClause(
                    text: try reader.text(),
                    location: try SourceLocation(from: &reader, folder: folder)
                )
            )
        }
        self.init(notice: notice, provision: provision, quotes: Dictionary(quotes) { first, _ in first })
    }
}

extension Condition {
    /// How deep conditions may nest in a stored pack; far deeper than anybody writes them.
    private static let deepest = 64

    fileprivate func store(in writer: inout StoreWriter) {
        switch self {
        case .concept(let names):
            writer.write(0)
            writer.write(names) { $0.write($1) }
        case .all(let parts):
            writer.write(1)
            writer.write(parts) { $1.store(in: &$0) }
        case .any(let parts):
            writer.write(2)
            writer.write(parts) { $1.store(in: &$0) }
        case .not(let part):
            writer.write(3)
            part.store(in: &writer)
        case .near(let left, let right, let distance, let isOrdered):
            writer.write(4)
            writer.write(left) { $0.write($1) }
            writer.write(right) { $0.write($1) }
            writer.write(distance)
            writer.write(isOrdered)
        case .clause(let part):
            writer.write(5)
            part.store(in: &writer)
        case .field(let part):
            writer.write(6)
            part.store(in: &writer)
        case .record(let part):
            writer.write(7)
            part.store(in: &writer)
        }
    }

    fileprivate init(from reader: inout StoreReader, depth: Int = 0) throws(StoreReader.Damage) {
        guard depth < Self.deepest else { throw StoreReader.Damage() }
        func part(_ reader: inout StoreReader) throws(StoreReader.Damage) -> Condition {
            try Condition(from: &reader, depth: depth + 1)
        }
        switch try reader.number() {
        case 0: self = .concept(try reader.texts())
        case 1: self = .all(try reader.list(part))
        case 2: self = .any(try reader.list(part))
        case 3: self = .not(try part(&reader))
        case 4:
            self = .near(
                try reader.texts(),
                try reader.texts(),
                within: try reader.number(),
                isOrdered: try reader.truth()
            )
        case 5: self = .clause(try part(&reader))
        case 6: self = .field(try part(&reader))
        case 7: self = .record(try part(&reader))
        default: throw StoreReader.Damage()
        }
    }
}

extension LocalizedText {
    func store(in writer: inout StoreWriter) {
        writer.write(zh)
        writer.write(en)
    }

    init(from reader: inout StoreReader) throws(StoreReader.Damage) {
        self.init(zh: try reader.text(), en: try reader.text())
    }
}

extension SourceLocation {
    /// Writes the place, with a path below `folder` without it.
    fileprivate func store(in writer: inout StoreWriter, folder: String) {
        let isBelow = path.hasPrefix(folder)
        writer.write(isBelow)
        writer.write(isBelow ? String(path.dropFirst(folder.count)) : path)
        writer.write(line) { $0.write($1) }
        writer.write(column) { $0.write($1) }
    }

    fileprivate init(from reader: inout StoreReader, folder: String) throws(StoreReader.Damage) {
        let isBelow = try reader.truth()
        let path = try reader.text()
        self.init(
            path: isBelow ? folder + path : path,
            line: try reader.optional { reader throws(StoreReader.Damage) in try reader.number() },
            column: try reader.optional { reader throws(StoreReader.Damage) in try reader.number() }
        )
    }
}
