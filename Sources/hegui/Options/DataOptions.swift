import ArgumentParser

/// Where rules and corpus are.
struct DataOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The folder that holds 'rules' and 'corpus'.", valueName: "folder"))
    var data: String?

    /// The folder that the options name, or else the one that is found.
    func folder() throws(CommandFailure) -> DataFolder {
        try DataFolder(given: data)
    }
}
