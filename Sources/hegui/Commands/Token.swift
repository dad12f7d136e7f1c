#if Service
    import ArgumentParser
    import WebService

    extension Hegui {
        /// Makes a token for the service.
        struct Token: ParsableCommand {
            static let configuration = CommandConfiguration(
                abstract: "Make a token that lets somebody use the service.",
                discussion: """
                    The token goes to standard error, once and nowhere else; the line for the file of tokens goes to standard \
                    output and can't be turned back into it. A viewer may screen and read, an officer may decide, an admin may \
                    also do what concerns the service itself.

                    Example:
                      hegui token officer zhang >> tokens
                    """
            )

            @Argument(help: "What the holder may do: viewer, officer or admin.")
            var role: Role

            @Argument(help: "The holder's name, which stands beside what is decided.")
            var name: String

            func validate() throws {
                guard role != .anyone else { throw ValidationError("expected viewer, officer or admin") }
                let isPlain = name.unicodeScalars.allSatisfy {
                    !$0.properties.isWhitespace && $0.value > 0x20 && $0 != "#"
                }
                guard isPlain, !name.isEmpty, name.utf8.count <= 100 else {
                    throw ValidationError("'\(name)': expected a name of 100 bytes at most, without blanks and '#'")
                }
            }

            func run() throws {
                let made = AccessTokens.make(role: role, name: name)
                try ResultOutput.standard.write(made.line + "\n")
                StandardError.print(made.token)
            }
        }
    }
#endif
