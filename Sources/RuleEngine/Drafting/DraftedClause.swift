internal import LegalText
internal import NoticeModel
internal import RecordModel
internal import TermMatching

/// What a norm says, as far as a rule can be drafted from it.
struct DraftedClause {
    /// The norm.
    let norm: Norm

    /// The language of the notice's text.
    let language: LocalizedText.Language

    /// The address of the article that holds the norm, or of the part outside articles.
    let provision: String

    /// The article's mark as it is printed, such as （八）, or the address where there is none.
    let label: String

    /// The norm's words.
    let text: String

    /// Whom the norm binds, in its own words.
    let bearers: [String]

    /// The bodies that the norm itself names as being in charge, or `nil`.
    let authority: String?

    /// The consent on which the norm hangs, in its own words, or `nil`.
    let cure: String?

    /// The words that a rule can look for: those that a term ban names, else the clause's own.
    let terms: [LocalizedText.Language: [String]]

    /// The ids of concepts of the lexicon whose words stand in the clause.
    let relatedConcepts: [String]

    /// Reads `norm` of `notice`.
    init(
        _ norm: Norm,
        of notice: Notice,
        in language: LocalizedText.Language,
        _ lexicon: Lexicon,
        _ folding: FoldingTable
    ) {
        func words(_ part: Norm.Part) -> String { notice.text(at: part.span) }
        self.norm = norm
        self.language = language
        let id = norm.id.rawValue
        provision = id.firstRange(of: "__norm_").map { String(id[..<$0.lowerBound]) } ?? id
        label = notice.article(at: norm.id)?.label ?? provision
        text = notice.text(at: norm.span)
        bearers = norm.bearers.map(words)
        let named = norm.authorities.filter { !$0.isInherited }.map(words)
        authority = named.isEmpty ? nil : named.joined(separator: language == .zh ? "、" : ", ")
        let consents = [norm.condition, norm.exception].compactMap(\.self).map(words).filter(Consent.isNamed(in:))
        // 未经…同意 asks for 同意.
        cure = consents.first.map { $0.hasPrefix("未经") ? String($0.dropFirst(2)) : $0 }
        terms = Self.terms(of: norm, notice, language, folding)
        let folded = folding.words(of: text).flatMap(\.self)
        relatedConcepts = lexicon.concepts.values.filter { concept in
            concept.groups.flatMap(\.terms).contains { term in
                let word = folding.words(of: term.text).flatMap(\.self)
                return word.count > 1 && term.language == language && folded.contains(word)
            }
        }
        .map(\.id).sorted()
    }
}

extension DraftedClause {
    /// Whether the norm bans words, and not what is done.
    var isTermBan: Bool { norm.kind == .prohibition && !norm.quotedTerms.isEmpty }

    /// What a firm finding comes to: a ban is `prohibited`, what needs consent or filing `restricted`, any other duty a
    /// `review`.
    var verdict: Verdict.Level {
        if norm.kind == .prohibition { return .prohibited }
        return norm.kind == .obligation && Consent.isNamed(in: text) ? .restricted : .review
    }

    /// A title for a person to better: the norm's first words.
    var title: LocalizedText {
        let flat = text.split(whereSeparator: \.isWhitespace).joined(separator: language == .zh ? "" : " ")
        let limit = language == .zh ? 30 : 80
        let words = flat.count > limit ? flat.prefix(limit) + "…" : flat
        let toDo = RuleSkeleton.toDo
        return language == .zh ? LocalizedText(zh: words, en: toDo.en) : LocalizedText(zh: toDo.zh, en: words)
    }

    /// Where the activity must take place.
    var territory: Rule.Territory {
        switch norm.territory {
        case .domestic: .domestic
        case .inbound: .inbound
        case .outbound: .outbound
        // What anybody does abroad isn't bound to a place of the record.
        case .overseas, nil: .any
        }
    }

    /// The words to look for, by language, each once.
    private static func terms(
        of norm: Norm,
        _ notice: Notice,
        _ language: LocalizedText.Language,
        _ folding: FoldingTable
    ) -> [LocalizedText.Language: [String]] {
        var candidates = norm.quotedTerms.map(\.text)
        if candidates.isEmpty {
            let act = [norm.action, norm.object].compactMap(\.self).filter { !$0.isInherited }.sorted {
                $0.span < $1.span
            }
            candidates =
                [act.map { notice.text(at: $0.span) }.joined()]
                + norm.items.map { notice.text(at: $0.span) }.filter { $0.count >= 6 }
        }
        let usable = candidates.filter { isUsable($0, folding) }
        // A clause of which nothing was read but its kind is looked for in its own first words.
        let pieces = notice.text(at: norm.span).split { "，。；,;.\n".contains($0) }.map(String.init)
        let chosen = usable.isEmpty ? Array(pieces.filter { isUsable($0, folding) }.prefix(1)) : usable
        var seen: Set<[[Unicode.Scalar]]> = []
        var terms: [LocalizedText.Language: [String]] = [:]
        for term in chosen.isEmpty ? [RuleSkeleton.toDo.zh] : chosen
        where seen.insert(folding.words(of: term)).inserted {
            let isChinese = term.unicodeScalars.contains { $0.properties.isIdeographic }
            terms[isChinese ? .zh : .en, default: []].append(term)
        }
        return terms
    }

    private static func isUsable(_ term: String, _ folding: FoldingTable) -> Bool {
        let length = folding.words(of: term).reduce(0) { $0 + $1.count }
        return length > 1 && folding.stop(in: term) == nil && !term.contains(where: \.isNewline)
            && !term.contains("(") && !term.contains("|")
    }
}

/// The words by which a notice lets a consent lift what it forbids.
enum Consent {
    /// The Chinese words.
    static let words = ["同意", "批准", "备案", "许可", "审批", "核准"]

    private static let englishWords = ["consent", "approv", "filing", "licen", "permi", "authoriz"]

    /// Whether `text` names a consent in either language.
    static func isNamed(in text: String) -> Bool {
        (words + englishWords).contains(where: text.contains)
    }
}
