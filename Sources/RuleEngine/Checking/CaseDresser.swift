internal import LegalText
internal import RecordModel
internal import TermMatching

/// Writes the samples of cases in other ways, with the characters of the folding tables.
struct CaseDresser {
    /// Other ways to write a folded scalar, by the step that folds them.
    private var compatibility: [Unicode.Scalar: Unicode.Scalar] = [:]
    private var traditional: [Unicode.Scalar: Unicode.Scalar] = [:]
    private var confusable: [Unicode.Scalar: Unicode.Scalar] = [:]

    /// Takes from `folding` one form of each letter and character, the last in the order of Unicode.
    init(_ folding: FoldingTable) {
        for (source, entry) in folding.foldings.sorted(by: { $0.key < $1.key }) where entry.scalars.count == 1 {
            let target = entry.scalars[0]
            if entry.steps == .compatibility, target.isASCII { compatibility[target] = source }
            if entry.steps == .traditional { traditional[target] = source }
            if entry.steps == .confusable { confusable[target] = source }
        }
    }

    /// Dresses a record up.
    ///
    /// - Parameters:
    ///   - record: The sample as it stands.
    ///   - dressing: How to write it.
    ///   - words: The words that fired, which some dressings change alone.
    /// - Returns: The record dressed up, or `nil` where the dressing changes nothing.
    func dressed(_ record: Record, _ dressing: CaseDressing, words: [Evidence]) -> Record? {
        if dressing == .plain { return record }
        var dressed = record
        func text(_ field: Field, _ index: Int) -> String? {
            let texts = record.texts(of: field)
            guard texts.indices.contains(index) else { return nil }
            let spans = words.filter { $0.field == field && $0.index == index }.map(\.span)
            return dressing.isOfTerms ? self.text(texts[index], dressing, in: spans) : self.text(texts[index], dressing)
        }
        dressed.name = text(.name, 0)
        dressed.scope = text(.scope, 0)
        dressed.description = text(.description, 0)
        dressed.otherNames = record.otherNames.enumerated().map { index, name in
            OtherName(text(.otherNames, index) ?? name.text, kind: name.kind)
        }
        return dressed == record ? nil : dressed
    }

    /// The whole text, dressed scalar by scalar.
    private func text(_ text: String, _ dressing: CaseDressing) -> String {
        var dressed = dressing == .surroundings && !text.isEmpty ? "🏦 " : ""
        for scalar in text.unicodeScalars {
            switch dressing {
            case .case:
                let isUpper = scalar.properties.isUppercase
                dressed += isUpper ? scalar.properties.lowercaseMapping : scalar.properties.uppercaseMapping
            case .width:
                let isLetter = scalar.isASCII && scalar.properties.isAlphabetic
                dressed.unicodeScalars.append(isLetter ? Unicode.Scalar(scalar.value + 0xFEE0) ?? scalar : scalar)
            case .compatibility:
                dressed.unicodeScalars.append(compatibility[lowered(scalar)] ?? scalar)
            case .traditional:
                dressed.unicodeScalars.append(traditional[scalar] ?? scalar)
            case .invisible:
                dressed.unicodeScalars.append(scalar)
                dressed.unicodeScalars.append("\u{200B}")
            case .plain, .surroundings, .separators, .confusable:
                dressed.unicodeScalars.append(scalar)
            }
        }
        return dressed
    }

    /// The text with the words at `spans` dressed.
    private func text(_ text: String, _ dressing: CaseDressing, in spans: [TextSpan]) -> String {
        let source = SourceText(text)
        var dressed = ""
        var end = 0
        for span in spans.sorted() where span.start >= end {
            dressed += source[TextSpan(start: end, end: span.start)]
            dressed += word(String(source[span]), dressing)
            end = span.end
        }
        return dressed + source[TextSpan(start: end, end: text.utf8.count)]
    }

    private func word(_ word: String, _ dressing: CaseDressing) -> String {
        let scalars = Array(word.unicodeScalars)
        var dressed = String.UnicodeScalarView()
        switch dressing {
        case .separators:
            // Words with marks of their own would have gaps that aren't alike, and one gap doesn't spell a word out.
            let isWhole = scalars.allSatisfy { $0.properties.isAlphabetic || $0.properties.isIdeographic }
            guard isWhole, scalars.count >= 3 else { return word }
            let mark: Unicode.Scalar = scalars.allSatisfy(\.isASCII) ? "." : "·"
            for (index, scalar) in scalars.enumerated() {
                if index > 0 { dressed.append(mark) }
                dressed.append(scalar)
            }
        case .confusable:
            for scalar in scalars {
                dressed.append(confusable[scalar] ?? confusable[lowered(scalar)] ?? scalar)
            }
        case .plain, .case, .width, .compatibility, .traditional, .invisible, .surroundings:
            return word
        }
        return String(dressed)
    }

    private func lowered(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        guard scalar.isASCII, scalar.properties.isUppercase else { return scalar }
        return Unicode.Scalar(scalar.value + 0x20) ?? scalar
    }
}
