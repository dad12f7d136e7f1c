/// The members of a list with 、 in a Chinese object.
struct ChineseList {
    /// The members in reading order; empty where the words are no list.
    let items: [Range<Int>]

    /// Reads `range`, which is an object.
    init(_ line: Line, _ range: Range<Int>) {
        var end = range.upperBound
        let shelter = Shelter(line, range)
        if let etc = range.last(where: { line[$0] == 0x7B49 && !shelter.contains($0) && line[max(0, $0 - 1)] != 0x5BF9 }
        ) {
            end = etc
        }
        var parts: [Range<Int>] = []
        var start = range.lowerBound
        for index in range.lowerBound..<end where line[index] == 0x3001 && !shelter.contains(index) {
            parts.append(start..<index)
            start = index + 1
        }
        parts.append(start..<end)
        // A relative clause in front belongs to no member alone.
        let beginsWithVerb = ChineseLexicon.verbs.startsWith(line, range.lowerBound)
        let hasRelative = beginsWithVerb && parts.contains { part in part.contains { line[$0] == 0x7684 } }
        guard let last = parts.last, parts.count > 1 || end < range.upperBound, !hasRelative else {
            items = []
            return
        }
        for joint: Phrase in ["以及", "和", "及", "或者", "或"] {
            guard let place = line.first(joint, in: last), place.lowerBound > last.lowerBound,
                place.upperBound < last.upperBound, !shelter.contains(place.lowerBound)
            else { continue }
            parts[parts.count - 1] = last.lowerBound..<place.lowerBound
            parts.append(place.upperBound..<last.upperBound)
            break
        }
        items = parts.count > 1 ? parts.map(line.withoutStop).filter { !$0.isEmpty } : []
    }
}
