internal import LegalText
internal import RecordModel
internal import TermMatching

extension CompiledRulePack {
    /// Writes the pack, so that it needn't be loaded, checked and compiled again.
    ///
    /// Of where things are written in the rule files only what ``Rule/location`` says is kept, below `folder`.
    func store(in writer: inout StoreWriter, folder: String) {
        writer.write(id)
        writer.write(version)
        writer.write(digest)
        lexicon.store(in: &writer)
        anchors.store(in: &writer)
        writer.write(rules) { writer, rule in
            rule.rule.store(in: &writer, folder: folder)
            rule.basis.store(in: &writer)
        }
        writer.write(termDates.sorted { $0.key < $1.key }) { writer, date in
            writer.write(date.key)
            writer.write(date.value)
        }
    }

    /// Reads a pack that ``store(in:folder:)`` wrote; `folder` is where the rule files are now.
    init(from reader: inout StoreReader, folder: String) throws(StoreReader.Damage) {
        let id = try reader.text()
        let version = try reader.text()
        let digest = try reader.text()
        let lexicon = try CompiledLexicon(from: &reader)
        let anchors = try TermFilter(of: lexicon.matcher, from: &reader)
        let rules = try reader.list { reader throws(StoreReader.Damage) in
            CompiledRule(try Rule(from: &reader, folder: folder), basis: try Basis(from: &reader), in: lexicon)
        }
        self.init(id: id, version: version, digest: digest, rules: rules, lexicon: lexicon, anchors: anchors)
        let dates = try reader.list { reader throws(StoreReader.Damage) in (try reader.text(), try reader.text()) }
        termDates = Dictionary(dates) { first, _ in first }
    }
}

extension CompiledLexicon {
    fileprivate func store(in writer: inout StoreWriter) {
        writer.write(concepts) { writer, concept in
            writer.write(concept.id)
            concept.title.store(in: &writer)
            writer.write(concept.isGeneric)
            writer.write(concept.includes) { $0.write($1) }
        }
        matcher.store(in: &writer)
        // A phrase that excuses is one of many with the same reason.
        var excuses: [CompiledAllowance: Int] = [:]
        var ordered: [CompiledAllowance] = []
        for case .allowance(_, let excuse) in roles.joined() where excuses[excuse] == nil {
            excuses[excuse] = ordered.count
            ordered.append(excuse)
        }
        writer.write(ordered) { writer, excuse in
            writer.write(excuse.effect)
            excuse.reason.store(in: &writer)
        }
        writer.write(roles) { writer, roles in
            writer.write(roles) { writer, role in
                switch role {
                case .concept(let concept, let needs):
                    writer.write(0)
                    writer.write(concept)
                    writer.write(needs) { $0.write($1) }
                case .allowance(let concept, let excuse):
                    writer.write(1)
                    writer.write(concept)
                    writer.write(excuses[excuse] ?? 0)
                case .negation(let direction, let reach):
                    writer.write(2)
                    writer.write(direction)
                    writer.write(reach) { $0.write($1) }
                }
            }
        }
    }

    fileprivate init(from reader: inout StoreReader) throws(StoreReader.Damage) {
        concepts = try reader.list { reader throws(StoreReader.Damage) in
            CompiledConcept(
                id: try reader.text(),
                title: try LocalizedText(from: &reader),
                isGeneric: try reader.truth(),
                includes: try reader.texts()
            )
        }
        indices = Dictionary(zip(concepts.map(\.id), 0...)) { first, _ in first }
        contexts = ContextConcept.places(in: indices)
        matcher = try TermMatcher(from: &reader)
        let excuses = try reader.list { reader throws(StoreReader.Damage) in
            CompiledAllowance(effect: try reader.name(), reason: try LocalizedText(from: &reader))
        }
        roles = try reader.list { reader throws(StoreReader.Damage) in
            try reader.list { reader throws(StoreReader.Damage) in try Role(from: &reader, excuses) }
        }
    }
}

extension CompiledLexicon.Role {
    fileprivate init(from reader: inout StoreReader, _ excuses: [CompiledAllowance]) throws(StoreReader.Damage) {
        switch try reader.number() {
        case 0:
            self = .concept(
                try reader.number(),
                needs: try reader.optional { reader throws(StoreReader.Damage) in try reader.number() }
            )
        case 1:
            let concept = try reader.number()
            let excuse = try reader.number()
            guard excuses.indices.contains(excuse) else { throw StoreReader.Damage() }
            self = .allowance(concept, excuses[excuse])
        case 2:
            self = .negation(
                try reader.name(),
                reach: try reader.optional { reader throws(StoreReader.Damage) in try reader.number() }
            )
        default:
            throw StoreReader.Damage()
        }
    }
}

extension Basis {
    fileprivate func store(in writer: inout StoreWriter) {
        writer.write(notice)
        writer.write(documentNumber) { $0.write($1) }
        writer.write(provision)
        writer.write(label) { $0.write($1) }
        writer.write(quotes) { writer, quote in
            writer.write(quote.text)
            writer.write(quote.language)
            writer.write(quote.status)
        }
    }

    fileprivate init(from reader: inout StoreReader) throws(StoreReader.Damage) {
        self.init(
            notice: try reader.text(),
            documentNumber: try reader.optional { reader throws(StoreReader.Damage) in try reader.text() },
            provision: try reader.text(),
            label: try reader.optional { reader throws(StoreReader.Damage) in try reader.text() },
            quotes: try reader.list { reader throws(StoreReader.Damage) in
                Quote(try reader.text(), language: try reader.name(), status: try reader.text())
            }
        )
    }
}
