import RuleEngine

/// The rules of a batch, and what reports say of them.
struct ScreeningRules {
    /// The compiled pack.
    let pack: CompiledRulePack

    /// The titles, clauses and dates of its rules.
    let description: PackDescription

    /// Loads the pack called `id`.
    init(_ folder: DataFolder, pack id: String) throws(CommandFailure) {
        pack = try folder.pack(id)
        description = PackDescription(pack)
    }
}
