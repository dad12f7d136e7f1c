import ArgumentParser
import Glibc

#if Service
    import DecisionLog
#endif

/// Runs the command, and turns what it throws into an exit status.
@main
enum Program {
    // On the main thread, as are the commands that wait for nothing: threads cost time at every start.
    @MainActor
    static func main() async {
        // A closed pipe is an error of a write, not a signal that kills the program with its temporary files left.
        signal(SIGPIPE, SIG_IGN)
        Interruption.watch()
        exit(await status())
    }

    @MainActor
    private static func status() async -> Int32 {
        do {
            var command = try Hegui.parseAsRoot()
            if var asynchronous = command as? any AsyncParsableCommand {
                try await asynchronous.run()
            } else {
                try command.run()
            }
            return ExitStatus.clear.rawValue
        } catch let status as ExitStatus {
            return status.rawValue
        } catch is ClosedPipe {
            // Whoever read the results has seen enough; there is nobody left to tell.
            return ExitStatus.failed.rawValue
        } catch let failure as CommandFailure {
            StandardError.print(failure.message)
            return ExitStatus.failed.rawValue
        } catch {
            #if Service
                if let fault = error as? DecisionStoreError {
                    StandardError.print(fault.description)
                    return ExitStatus.failed.rawValue
                }
            #endif
            return report(error)
        }
    }

    /// Prints what the argument parser has to say: help and version, or what is wrong with the arguments.
    private static func report(_ error: any Error) -> Int32 {
        let unknown = UnknownCommand.message(CommandLine.arguments.dropFirst())
        let message = unknown ?? Hegui.fullMessage(for: error)
        guard unknown == nil, Hegui.exitCode(for: error).isSuccess else {
            StandardError.print(message)
            return ExitStatus.failed.rawValue
        }
        do {
            try ResultOutput.standard.write(message + "\n")
            return ExitStatus.clear.rawValue
        } catch {
            return ExitStatus.failed.rawValue
        }
    }
}
