internal import LegalText
internal import RecordModel

/// Checks that a pack has sentinels of both kinds.
struct SentinelLint {
    /// A warning where `pack` would be loaded although every rule, or every limit of one, had been lost.
    func diagnostics(of pack: RulePack) -> [Diagnostic] {
        let fires = pack.sentinels.contains { $0.expected.values.contains { $0 > .clear } }
        let stays = pack.sentinels.contains { $0.staysClear || $0.expected.values.contains(.clear) }
        let missing = [fires ? nil : "that fires", stays ? nil : "that stays clear"].compactMap(\.self)
        guard !missing.isEmpty else { return [] }
        return [
            Diagnostic(
                "pack/no-sentinel",
                .warning,
                in: pack.location,
                "the pack has no sentinel \(missing.joined(separator: " and none "))",
                help: "add records that must come out as they do to 'sentinels.yaml'"
            )
        ]
    }
}
