import ArgumentParser

/// How findings show in the exit status.
struct ExitOptions: ParsableArguments {
    @Flag(help: "Exit with 0 whatever was found; only failures to run give 2.")
    var exitZero = false

    /// Ends the command with status 1 if `somethingWasFound`, unless the user wants 0.
    func end(_ somethingWasFound: Bool) throws(ExitStatus) {
        if somethingWasFound, !exitZero { throw .found }
    }
}
