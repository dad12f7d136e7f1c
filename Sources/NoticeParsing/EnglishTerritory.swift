import NoticeModel

/// Reads where an English norm reaches, by its own words.
enum EnglishTerritory {
    /// The territory of `reading`, or `nil` where the words leave it open.
    static func territory(
        of reading: ModalityReader.Reading,
        _ anatomy: NormAnatomy,
        in line: Line
    ) -> Norm.Territory? {
        let range = reading.range
        switch reading.kind {
        case .penalty:
            return anatomy.bearers.contains {
                line.has("domestic ", at: $0.lowerBound) || line.has("Domestic entities", at: $0.lowerBound)
            }
                ? .domestic : nil
        case .prohibition, .obligation, .permission, .exemption, .statement, .civilEffect: break
        case .definition, .repeal, .entryIntoForce: return nil
        }
        if foreign.occurs(in: line, range), intoCountry.occurs(in: line, range) { return .inbound }
        guard reading.kind != .statement else { return nil }
        if abroad.occurs(in: line, range) { return domesticParties.occurs(in: line, range) ? .outbound : .overseas }
        return inCountry.occurs(in: line, range) ? .domestic : nil
    }

    private static let intoCountry: PhraseSet = [
        "to domestic entities", "to domestic ", "to residents within the territory", "to residents in China",
        "into the territory", "to persons in China",
    ]
    private static let foreign: PhraseSet = [
        "Overseas entit", "overseas entit", "Foreign entit", "foreign entit", "overseas virtual", "overseas instit",
        "overseas person", "by overseas", "Overseas instit", "Overseas person", "Overseas compan", "overseas compan",
    ]
    private static let abroad: PhraseSet = [" overseas", "Overseas ", " abroad", "outside the territory"]
    private static let domesticParties: PhraseSet = [
        "Domestic entit", "domestic entities", "domestic financial instit", "domestic instit", "domestic enterpr",
        "domestic compan", "by domestic entit", "Domestic instit",
    ]
    private static let inCountry: PhraseSet = [
        "within the territory", "domestically", "within the country", "within China", "in the territory of",
        "within the borders", "in the country",
    ]
}
