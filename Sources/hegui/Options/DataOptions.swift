import ArgumentParser
import RuleEngine

/// Where rules and corpus are, and whose rules are used.
struct DataOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The folder that holds 'rules' and 'corpus'.", valueName: "folder"))
    var data: String?

    @Option(
        help: ArgumentHelp(
            "The configuration file instead of /etc/hegui/hegui.yaml; 'off' for none.",
            valueName: "file"
        )
    )
    var config: String?

    @Flag(inversion: .prefixedNo, help: "Use only rule packs that are signed with a trusted key.")
    var requireSigned: Bool?

    @Option(help: Settings.trustedKeys.help("folder"))
    var trustedKeys: String?

    /// What the configuration file says, with these options above it.
    ///
    /// - Throws: ``CommandFailure`` with every mistake of the file.
    func configuration() throws(CommandFailure) -> Configuration {
        var configuration = try Configuration(given: config)
        configuration.override(Settings.requireSigned, requireSigned)
        configuration.override(Settings.trustedKeys, trustedKeys)
        return configuration
    }

    /// The folder that the options name, or else the one that is found.
    func folder() throws(CommandFailure) -> DataFolder {
        try folder(configuration())
    }

    /// The folder that the options name, or else the one that is found, as `configuration` has it.
    func folder(_ configuration: Configuration) throws(CommandFailure) -> DataFolder {
        var folder = try DataFolder(given: data, configured: configuration[Settings.data])
        folder.standardPack = configuration[Settings.pack] ?? folder.standardPack
        folder.trust = try Self.trust(configuration)
        return folder
    }

    /// Whose packs are used, `nil` where it doesn't matter who made them.
    static func trust(_ configuration: Configuration) throws(CommandFailure) -> PackTrust? {
        guard configuration[Settings.requireSigned] ?? false else { return nil }
        return try keys(configuration)
    }

    /// The keys that are trusted.
    static func keys(_ configuration: Configuration) throws(CommandFailure) -> PackTrust {
        let keys = configuration[Settings.trustedKeys] ?? Settings.trustedKeys.standard ?? ""
        do throws(RulePackError) {
            return try PackTrust(folder: keys)
        } catch {
            throw CommandFailure(located: "\(error.description)\n  help: --trusted-keys names another folder")
        }
    }

    /// The option that a next command needs to look at the same folder, with a blank before it: `output` where one was written,
    /// or the one that was named; nothing where it is found without.
    func shown(_ output: String?) -> String {
        guard let path = output ?? data else { return "" }
        let isPlain = path.allSatisfy { $0.isLetter || $0.isNumber || "/._-".contains($0) }
        return " --data " + (isPlain ? path : "'\(path.replacing("'", with: "'\\''"))'")
    }
}
