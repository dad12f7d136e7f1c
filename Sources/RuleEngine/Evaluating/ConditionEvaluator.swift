internal import LegalText

/// Decides whether a condition holds for one unit of a record, and which words show it.
struct ConditionEvaluator {
    /// What the record holds.
    let record: RecordReading

    /// Which occurrences count.
    let counts: (Occurrence) -> Bool

    /// The words that make `condition` hold in the unit, or `nil` where it doesn't hold.
    ///
    /// A condition that holds by the absence of something has no words to show.
    func evidence(for condition: CompiledCondition, reading: Int, unit: Int) -> [Occurrence]? {
        evidence(for: condition, in: Window(reading: reading, unit: unit, breadth: .unit))
    }

    private func evidence(for condition: CompiledCondition, in window: Window) -> [Occurrence]? {
        switch condition {
        case .concept(let concepts):
            let found = occurrences(of: concepts, in: window)
            return found.isEmpty ? nil : found
        case .all(let parts):
            var all: [Occurrence] = []
            for part in parts {
                guard let found = evidence(for: part, in: window) else { return nil }
                all += found
            }
            return all
        case .any(let parts):
            let found = parts.compactMap { evidence(for: $0, in: window) }
            return found.isEmpty ? nil : found.flatMap(\.self)
        case .not(let part):
            return evidence(for: part, in: window) == nil ? [] : nil
        case .near(let left, let right, let distance, let isOrdered):
            return pairs(left, right, within: distance, isOrdered: isOrdered, in: window)
        case .clause(let part):
            return evidence(for: part, in: window.widened(to: .clause)).map(Self.enough)
        case .field(let part):
            return evidence(for: part, in: window.widened(to: .field)).map(Self.enough)
        case .record(let part):
            return evidence(for: part, in: window.widened(to: .record)).map(Self.enough)
        }
    }

    /// So many words from elsewhere show it: every unit has them again, and a text may have thousands of both.
    private static func enough(_ found: [Occurrence]) -> [Occurrence] {
        found.count > 64 ? Array(found.prefix(64)) : found
    }

    /// The words of each group that have one of the other group near by; the first group's must be in the window.
    private func pairs(
        _ left: [CompiledLexicon.ConceptIndex],
        _ right: [CompiledLexicon.ConceptIndex],
        within distance: Int,
        isOrdered: Bool,
        in window: Window
    ) -> [Occurrence]? {
        let others = occurrences(of: right, in: window.widened(to: .clause))
        let neighbours = others.count > 32 ? Neighbours(others) : nil
        var found: [Occurrence] = []
        for one in occurrences(of: left, in: window) {
            let near =
                neighbours?.around(one) { isNear(one, $0, distance) }
                ?? others.filter { other in
                    other.reading == one.reading && other.clause == one.clause && isNear(one, other, distance)
                }
            let counted = isOrdered ? near.filter { one.span.start < $0.span.start } : near
            guard !counted.isEmpty else { continue }
            found.append(one)
            found += counted
        }
        return found.isEmpty ? nil : found
    }

    /// Many words, of which those beside a word are found without a look at the others.
    private struct Neighbours {
        private struct Place: Hashable {
            let reading: Int
            let clause: Int
        }

        /// The words of a clause with their numbers, ordered by their starts and by their ends.
        private var places: [Place: (byStart: [(Int, Occurrence)], byEnd: [(Int, Occurrence)])] = [:]

        init(_ words: [Occurrence]) {
            let numbered = Array(words.enumerated().map { ($0.offset, $0.element) })
            for (place, words) in Dictionary(
                grouping: numbered,
                by: { Place(reading: $0.1.reading, clause: $0.1.clause) }
            ) {
                places[place] = (
                    words.sorted { $0.1.span.start < $1.1.span.start }, words.sorted { $0.1.span.end < $1.1.span.end }
                )
            }
        }

        /// The words of the clause of `one` that are near it and don't overlap it, in their order. A word further off than one
        /// that isn't near isn't near either.
        func around(_ one: Occurrence, isNear: (Occurrence) -> Bool) -> [Occurrence] {
            guard let (byStart, byEnd) = places[Place(reading: one.reading, clause: one.clause)] else { return [] }
            let behind = byStart[byStart.firstPlace { $0.1.span.start >= one.span.end }...].prefix { isNear($0.1) }
            let before = byEnd[..<byEnd.firstPlace { $0.1.span.end > one.span.start }].reversed().prefix {
                isNear($0.1)
            }
            return (before + behind).sorted { $0.0 < $1.0 }.map(\.1)
        }
    }

    /// Whether two words of one text are no further apart than `limit`, and don't overlap.
    ///
    /// A character counts one; a word of letters or digits counts two, about what its Chinese counterpart would. A Chinese
    /// comma counts six: 发行，以太坊合约部署 doesn't speak of issuing ether.
    private func isNear(_ left: Occurrence, _ right: Occurrence, _ limit: Int) -> Bool {
        guard !left.span.overlaps(right.span) else { return false }
        let gap =
            left.span.end <= right.span.start
            ? TextSpan(start: left.span.end, end: right.span.start)
            : TextSpan(start: right.span.end, end: left.span.start)
        var distance = 0
        var isInWord = false
        for scalar in SourceText(record.readings[left.reading].text)[gap].unicodeScalars {
            switch GapPart(scalar) {
            case .comma: distance += 6
            case .mark: distance += 1
            case .letter: distance += isInWord ? 0 : 2
            case .blank: break
            case .invisible: continue
            }
            isInWord = GapPart(scalar) == .letter
            if distance > limit { return false }
        }
        return true
    }

    /// What a scalar between two words is to their distance.
    private enum GapPart {
        case comma
        /// A Chinese character or a mark.
        case mark
        /// A letter or digit.
        case letter
        case blank
        case invisible

        init(_ scalar: Unicode.Scalar) {
            // Nearly all are told without a look at the tables of Unicode.
            switch scalar.value {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: self = .letter
            case 0x20, 0x09...0x0D: self = .blank
            case 0x00...0x7F, 0x4E00...0x9FFF: self = .mark
            case 0xFF0C: self = .comma
            default:
                let properties = scalar.properties
                if !properties.isIdeographic, properties.isAlphabetic || properties.numericType != nil {
                    self = .letter
                } else if properties.isWhitespace {
                    self = .blank
                } else {
                    self = properties.generalCategory == .format ? .invisible : .mark
                }
            }
        }
    }

    private func occurrences(of concepts: [CompiledLexicon.ConceptIndex], in window: Window) -> [Occurrence] {
        func counting(_ occurrences: ArraySlice<Occurrence>) -> [Occurrence] {
            occurrences.filter { concepts.contains($0.concept) && counts($0) }
        }
        let text = record.readings[window.reading]
        switch window.breadth {
        case .unit: return counting(text.occurrences(inUnit: window.unit))
        case .clause: return counting(text.occurrences(inClause: text.units.units[window.unit].clause))
        case .field: return counting(text.occurrences[...])
        case .record: return record.readings.flatMap { counting($0.occurrences[...]) }
        }
    }
}

extension ConditionEvaluator {
    /// The part of a record in which a condition is looked at.
    private struct Window {
        let reading: Int
        let unit: Int
        let breadth: Breadth

        func widened(to breadth: Breadth) -> Window {
            Window(reading: reading, unit: unit, breadth: max(self.breadth, breadth))
        }
    }

    private enum Breadth: Int, Comparable {
        case unit
        case clause
        case field
        case record

        static func < (left: Breadth, right: Breadth) -> Bool {
            left.rawValue < right.rawValue
        }
    }
}
