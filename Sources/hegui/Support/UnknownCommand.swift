import ArgumentParser
import LegalText

/// A word on the command line where the name of a command was expected.
enum UnknownCommand {
    /// What is wrong with `arguments`, where they begin with the name of no command.
    static func message(_ arguments: some Sequence<String>) -> String? {
        var command: any ParsableCommand.Type = Hegui.self
        var names = ["hegui"]
        for argument in arguments {
            // 'help' stands before the names of others.
            if argument == "help", names.count == 1 { continue }
            let commands = command.configuration.subcommands
            guard !commands.isEmpty, !argument.hasPrefix("-") else { return nil }
            guard let next = commands.first(where: { name(of: $0) == argument }) else {
                let near = NearestName(commands.map(name)).suggestion(for: argument).map { "; \($0)" } ?? ""
                let path = names.joined(separator: " ")
                return "error: '\(path)' has no command '\(argument)'\(near)\n  help: '\(path) --help' lists them"
            }
            (command, names) = (next, names + [argument])
        }
        return nil
    }

    private static func name(of command: any ParsableCommand.Type) -> String {
        command.configuration.commandName ?? String(describing: command).lowercased()
    }
}
