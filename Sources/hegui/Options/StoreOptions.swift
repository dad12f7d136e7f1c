#if Service
    public import ArgumentParser
    package import DecisionLog
    public import RecordModel

    /// Which log is meant.
    struct StoreOptions: ParsableArguments {
        @Option(help: ArgumentHelp("The folder of the decision log.", valueName: "folder"))
        var store: String

        /// The file of the log, which nothing may write over.
        var files: [String] { ["\(store)/\(DecisionStore.fileName)"] }

        /// Opens the log.
        func open(_ mode: DecisionStore.Mode) throws(DecisionStoreError) -> DecisionStore {
            try DecisionStore(folder: store, mode)
        }
    }

    /// Who decides. A log is no proof of who somebody is; it keeps the name that it was given.
    struct PersonOptions: ParsableArguments {
        @Option(help: ArgumentHelp("Who asks or decides; kept in the log.", valueName: "name"))
        var person: String
    }

    extension Verdict.Level: ExpressibleByArgument {}
    extension Standing.State: ExpressibleByArgument {}

    extension CalendarDay: ExpressibleByArgument {
        /// Reads a day as `2026-02-06`.
        package init?(argument: String) {
            self.init(argument)
        }
    }

    extension LogTime: ExpressibleByArgument {
        /// Reads a day in China, `2026-02-06`, or a moment, `2026-02-06T08:00:00Z`.
        package init?(argument: String) {
            self.init(argument)
        }
    }

    extension LogHead: ExpressibleByArgument {
        /// Reads a head as `hegui log verify` prints it.
        package init?(argument: String) {
            self.init(argument)
        }
    }
#endif
