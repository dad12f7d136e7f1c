import NoticeModel

/// Reads where a Chinese norm reaches, by its own words.
enum ChineseTerritory {
    /// The territory of `reading`, or `nil` where the words leave it open.
    static func territory(
        of reading: ModalityReader.Reading,
        _ anatomy: NormAnatomy,
        in line: Line
    ) -> Norm.Territory? {
        let range = reading.range
        switch reading.kind {
        case .penalty:
            let isDomestic = anatomy.bearers.contains { domesticParties.startsWith(line, $0.lowerBound) }
            return isDomestic ? .domestic : nil
        case .prohibition, .obligation, .permission, .exemption, .statement, .civilEffect: break
        case .definition, .repeal, .entryIntoForce: return nil
        }
        if foreign.occurs(in: line, range), intoCountry.occurs(in: line, range) { return .inbound }
        guard reading.kind != .statement else { return nil }
        if abroad.occurs(in: line, range) { return domesticParties.occurs(in: line, range) ? .outbound : .overseas }
        return inCountry.occurs(in: line, range) ? .domestic : nil
    }

    /// Whether the words point back at what was said before: 上述业务.
    static func pointsBack(_ reading: ModalityReader.Reading, in line: Line) -> Bool {
        backward.occurs(in: line, reading.range)
    }

    private static let intoCountry: PhraseSet = ["向境内", "向我国境内", "向中国境内", "向中华人民共和国境内", "为境内主体", "为境内居民", "面向境内"]
    private static let foreign: PhraseSet = [
        "境外单位", "境外主体", "境外机构", "境外个人", "境外组织", "境外企业", "境外公司", "境外金融机构", "境外交易所", "境外虚拟", "境外证券", "境外的", "境外投资者",
        "境外平台",
    ]
    private static let abroad: PhraseSet = ["在境外", "赴境外", "到境外", "向境外", "往境外", "至境外"]
    private static let domesticParties: PhraseSet = [
        "境内主体", "境内单位", "境内机构", "境内企业", "境内金融机构", "境内个人", "境内公民", "境内居民", "境内公司", "境内组织", "境内证券", "境内期货", "中国公民",
    ]
    private static let inCountry: PhraseSet = ["在境内", "在我国境内", "在中国境内", "在中华人民共和国境内", "中华人民共和国境内"]
    private static let backward: PhraseSet = ["上述", "前述", "该等", "above-mentioned", "aforesaid", "aforementioned"]
}
