internal import LegalText
internal import RecordModel

/// Cuts a registered name into place, trade name, industry and form.
///
/// Works on what the lexicon found in the name: places, forms of enterprises and words of industries. The industry is
/// the longest run of its words before the form that leaves two characters for the trade name.
struct CompanyNameReader {
    /// The fewest characters of a trade name (企业名称登记管理规定 Art. 8: two or more Chinese characters).
    private static let shortestTradeName = 2

    private let text: String
    private let places: [TextSpan]
    private let forms: [TextSpan]
    private let industries: [TextSpan]

    /// Reads what `lexicon` found in `reading`, which is the text of a name.
    init(_ reading: FieldReading, lexicon: CompiledLexicon) {
        text = reading.text
        places = reading.spans(of: .mainlandPlace, .foreignPlace, in: lexicon)
        forms = reading.spans(of: .companyForm, .otherOrganisation, in: lexicon)
        industries = reading.spans(of: .industry, in: lexicon)
    }

    /// The name with its parts.
    func name() -> CompanyName {
        var parts: [CompanyName.Part] = []
        let (form, branch) = form()
        if let branch { parts.append(CompanyName.Part(.branch, branch)) }
        if let form { parts.append(CompanyName.Part(.form, form)) }
        var body = TextSpan(start: 0, end: form?.start ?? branch?.start ?? text.utf8.count)
        if let region = region(in: body) {
            parts.append(CompanyName.Part(.region, region))
            body = TextSpan(start: region.end, end: body.end)
        }
        // 树猿（北京）区块链技术: a place in brackets cuts the body in two, or ends it.
        let bracketed = bracketedRegion(in: body)
        if let bracketed { parts.append(CompanyName.Part(.region, bracketed)) }
        let tail = bracketed.map { TextSpan(start: $0.end, end: body.end) }
        let head = TextSpan(start: body.start, end: bracketed?.start ?? body.end)
        if let tail, !tail.isEmpty {
            // What stands behind the brackets is the industry, and before them the trade name with perhaps a part of it.
            parts.append(CompanyName.Part(.industry, tail))
            parts += bodyParts(head, industryFollows: true)
        } else {
            parts += bodyParts(head, industryFollows: false)
        }
        return CompanyName(parts: parts)
    }

    /// The trade name and the industry that follows it; neither where the words of the industry aren't known and the
    /// body is too long to be a trade name alone.
    private func bodyParts(_ body: TextSpan, industryFollows: Bool) -> [CompanyName.Part] {
        guard !body.isEmpty else { return [] }
        let start = industryStart(in: body, leaving: Self.shortestTradeName)
        guard start < body.end else {
            let isShort = scalarCount(body) <= 2 * Self.shortestTradeName
            return industryFollows || isShort || isLatin(body) ? [CompanyName.Part(.tradeName, body)] : []
        }
        return [
            CompanyName.Part(.tradeName, TextSpan(start: body.start, end: start)),
            CompanyName.Part(.industry, TextSpan(start: start, end: body.end)),
        ].filter { !$0.span.isEmpty }
    }

    /// Where the longest run of industry words that ends `body` begins; `body.end` where there is none.
    private func industryStart(in body: TextSpan, leaving least: Int) -> Int {
        var reached: Set<Int> = [body.end]
        for span in industries.sorted(by: { $0.end > $1.end })
        where body.contains(span) && reached.contains(span.end) {
            let rest = TextSpan(start: body.start, end: span.start)
            if scalarCount(rest) >= least || isLatin(rest) && !rest.isEmpty { reached.insert(span.start) }
        }
        return reached.min() ?? body.end
    }

    /// The form at the end, with what stands in brackets behind it, and the branch that follows it.
    private func form() -> (form: TextSpan?, branch: TextSpan?) {
        let chosen = forms.filter { span in !forms.contains { $0 != span && $0.contains(span) } }
        guard var last = chosen.last, isOnlyBrackets(TextSpan(start: last.end, end: text.utf8.count)) else {
            return (nil, nil)
        }
        last = TextSpan(start: last.start, end: text.utf8.count)
        guard let earlier = chosen.dropLast().last else { return (last, nil) }
        let between = TextSpan(start: earlier.end, end: last.start)
        if isOnlyBrackets(between) { return (TextSpan(start: earlier.start, end: last.end), nil) }
        return (earlier, TextSpan(start: earlier.end, end: last.end))
    }

    /// The place at the start, with the 省, 市, 区 that belong to it.
    private func region(in body: TextSpan) -> TextSpan? {
        var end = body.start
        var isUnit = false
        while end < body.end {
            if let next = places.filter({ $0.start == end && $0.end <= body.end }).max(by: { $0.end < $1.end }) {
                end = skippingUnit(from: next.end, before: body.end)
                isUnit = end > next.end
            } else {
                let next = isUnit ? skippingDistrict(from: end, before: body.end) : end
                if next == end { break }
                end = next
            }
        }
        return end == body.start ? nil : TextSpan(start: body.start, end: end)
    }

    private func skippingUnit(from start: Int, before limit: Int) -> Int {
        for unit in ["自治区", "省", "市", "区", "县", "州", "盟", "旗"] {
            let end = start + unit.utf8.count
            if end <= limit, SourceText(text)[TextSpan(start: start, end: end)] == unit { return end }
        }
        return start
    }

    /// 南山区 behind 深圳市: two or three characters and 区, 县 or 市.
    private func skippingDistrict(from start: Int, before limit: Int) -> Int {
        var end = start
        for (count, scalar) in SourceText(text)[TextSpan(start: start, end: limit)].unicodeScalars.prefix(4)
            .enumerated()
        {
            end += UTF8.width(scalar)
            if ["区", "县", "市"].contains(scalar) { return count >= 2 ? end : start }
        }
        return start
    }

    /// A place in brackets, the brackets included.
    private func bracketedRegion(in body: TextSpan) -> TextSpan? {
        var open: Int?
        var offset = 0
        for scalar in text.unicodeScalars {
            let end = offset + UTF8.width(scalar)
            if scalar == "（" || scalar == "(" { open = offset }
            if scalar == "）" || scalar == ")", let start = open {
                let brackets = TextSpan(start: start, end: end)
                if body.contains(brackets), places.contains(where: brackets.contains) { return brackets }
                open = nil
            }
            offset = end
        }
        return nil
    }

    private func isOnlyBrackets(_ span: TextSpan) -> Bool {
        SourceText(text)[span].unicodeScalars.allSatisfy {
            "（）()".unicodeScalars.contains($0) || $0.properties.isWhitespace
        }
    }

    private func scalarCount(_ span: TextSpan) -> Int {
        SourceText(text)[span].unicodeScalars.count { !$0.properties.isWhitespace }
    }

    private func isLatin(_ span: TextSpan) -> Bool {
        SourceText(text)[span].unicodeScalars.contains { $0.properties.isAlphabetic }
            && !TerritoryReader.holdsIdeographs(String(SourceText(text)[span]))
    }
}
