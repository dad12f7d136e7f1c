internal import LegalText
internal import RecordModel
internal import TermMatching

/// Reads from a record whether its bearer is domestic.
struct TerritoryReader {
    /// Where a bearer belongs.
    enum Territory {
        case domestic
        case foreign
        case unknown
    }

    let reading: RecordReading
    let lexicon: CompiledLexicon

    /// Where the bearer of the record belongs: from what the user says, the credit code's region, the place in the
    /// name, the form of the company, a Chinese scope, or where a description says that it sits, in this order.
    func bearer() -> Territory {
        if let given = given() { return given }
        if let id = reading.record.id, Self.isMainlandCreditCode(id) { return .domestic }
        if reading.actorSays(.foreignForm, lexicon) { return .foreign }
        if let named = named() { return named }
        if reading.actorSays(.companyForm, lexicon) { return .domestic }
        if let scope = reading.record.scope, Self.holdsIdeographs(scope) { return .domestic }
        return described() ?? .unknown
    }

    /// What a registered name says, or `nil` where it says nothing.
    private func named() -> Territory? {
        guard let name = reading.readings.first(where: { $0.field == .name }) else { return nil }
        let mainland = name.spans(of: .mainlandPlace, .mainlandPlaceEnglish, in: lexicon)
        let foreign = name.spans(of: .foreignPlace, in: lexicon)
        // 深圳香港城有限公司 is of Shenzhen, 中银国际（香港）有限公司 of Hong Kong: the first place decides.
        if let first = (mainland + foreign).min() {
            return foreign.contains(first) ? .foreign : .domestic
        }
        guard Self.holdsIdeographs(name.text) else { return nil }
        return name.spans(of: .companyForm, in: lexicon).isEmpty ? nil : .domestic
    }

    /// Where a description says that the party sits, or `nil` where it doesn't say.
    ///
    /// The first place that isn't the customers' decides: a Malta company for clients in mainland China is foreign. In
    /// Chinese, where places are often mentioned in passing, only one at the start or behind 位于, 总部 and the like counts.
    private func described() -> Territory? {
        for text in reading.readings where text.field == .description {
            func spans(_ concept: ContextConcept) -> [TextSpan] {
                guard let index = lexicon.index(of: concept) else { return [] }
                return text.occurrences.filter { $0.concept == index && $0.denial == nil }.map(\.span)
            }
            let audience = spans(.domesticAudience) + spans(.foreignForm)
            let foreign = spans(.foreignPlace)
            let mainland =
                spans(.mainlandPlace) + spans(.mainlandPlaceEnglish) + spans(.inCountry)
                + spans(.mainlandAdjective)
            let isChinese = Self.holdsIdeographs(text.text)
            let places = (foreign + mainland).filter { place in
                !audience.contains { $0.contains(place) } && (!isChinese || says(text.text, place))
            }
            if let first = places.min() { return foreign.contains(first) ? .foreign : .domestic }
        }
        return nil
    }

    /// Whether `text` says of `place` that somebody sits there.
    private func says(_ text: String, _ place: TextSpan) -> Bool {
        let before = SourceText(text)[TextSpan(start: 0, end: place.start)]
        return before.allSatisfy(\.isWhitespace)
            || ["位于", "总部在", "总部设在", "设在", "设于", "注册于", "注册在", "成立于", "来自", "立足"].contains(where: before.hasSuffix)
    }

    private func given() -> Territory? {
        guard let jurisdiction = reading.record.jurisdiction?.trimmingBlanks, !jurisdiction.isEmpty else { return nil }
        switch jurisdiction.uppercased() {
        case "CN", "CHN", "PRC", "CHINA", "MAINLAND CHINA", "中国", "中国大陆", "中国内地", "境内": return .domestic
        case "境外", "OVERSEAS", "FOREIGN": return .foreign
        default: break
        }
        if lexicon.finds(.foreignPlace, in: jurisdiction) { return .foreign }
        if lexicon.finds(.mainlandPlace, in: jurisdiction)
            || lexicon.finds(.mainlandPlaceEnglish, in: jurisdiction)
        {
            return .domestic
        }
        // Any other code or name of a country is another country's.
        let isCode = (2...3).contains(jurisdiction.utf8.count) && jurisdiction.utf8.allSatisfy { $0 >= 0x41 }
        return isCode ? .foreign : nil
    }

    /// Whether `id` is a 统一社会信用代码 of a mainland body: eighteen characters, the third to eighth a region's code.
    ///
    /// The form follows GB 32100-2015; the check character isn't verified here.
    static func isMainlandCreditCode(_ id: String) -> Bool {
        let bytes = Array(id.utf8)
        guard bytes.count == 18, bytes.allSatisfy({ (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) }),
            bytes[2..<8].allSatisfy({ (0x30...0x39).contains($0) })
        else { return false }
        // 10 is the national registrar, 71, 81 and 82 are Taiwan, Hong Kong and Macao.
        let region = String(decoding: bytes[2..<4], as: UTF8.self)
        return region >= "10" && region <= "66"
    }

    /// Whether `text` holds a Chinese character.
    static func holdsIdeographs(_ text: String) -> Bool {
        text.unicodeScalars.contains(where: isIdeograph)
    }

    /// Whether `scalar` is a Chinese character.
    static func isIdeograph(_ scalar: Unicode.Scalar) -> Bool {
        // Nearly all are told without a look at the tables of Unicode.
        (0x4E00...0x9FFF).contains(scalar.value) || scalar.value >= 0x3000 && scalar.properties.isIdeographic
    }
}

extension String {
    fileprivate var trimmingBlanks: String {
        let scalars = unicodeScalars
        guard let first = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
            let last = scalars.lastIndex(where: { !$0.properties.isWhitespace })
        else { return "" }
        return String(scalars[first...last])
    }
}
