import ArgumentParser

/// The root of the commands.
struct Hegui: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "hegui",
        abstract: "Reads Chinese regulatory notices, and screens names and business scopes against them.",
        discussion: """
            Exits with 0 when nothing was found, with 1 when something was, and with 2 when it could not run.

            Example:
              hegui check --name 深圳前海RWA数字科技有限公司
            """,
        version: version,
        subcommands: [
            Parse.self, Check.self, Screen.self, Verify.self, Diff.self, Impact.self, Rules.self, Corpus.self,
        ] + services + [Doctor.self]
    )

    /// The commands of the service, where it was built in.
    private static var services: [any ParsableCommand.Type] {
        #if Service
            [Serve.self, Token.self, Log.self]
        #else
            []
        #endif
    }

    /// The version of the program.
    static let version = "0.1.0"
}
