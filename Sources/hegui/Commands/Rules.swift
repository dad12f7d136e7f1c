import ArgumentParser
import LegalText

extension Hegui {
    /// The commands for those who write rules.
    struct Rules: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Show, check and measure the rules.",
            discussion: """
                Example:
                  hegui rules list --lang en
                  hegui rules test yinfa-2026-42/mining
                """,
            subcommands: [
                RulesList.self, RulesShow.self, RulesLint.self, RulesTest.self, RulesFmt.self, RulesCoverage.self,
                RulesNew.self, RulesDraft.self, RulesDiff.self, RulesProfile.self, RulesAccuracy.self,
                RulesCompile.self,
                RulesTerms.self, RulesKey.self, RulesSign.self, RulesSignatures.self,
            ]
        )
    }
}

/// Prints diagnostics to standard error with a line of counts.
enum DiagnosticList {
    static func print(_ diagnostics: [Diagnostic]) {
        for diagnostic in diagnostics {
            StandardError.print(diagnostic.description)
        }
    }

    /// Such as `2 errors, 1 warning`.
    static func counts(_ diagnostics: [Diagnostic]) -> String {
        Diagnostic.Severity.allCases.reversed().compactMap { severity in
            let count = diagnostics.count { $0.severity == severity }
            return count == 0 ? nil : "\(count) \(severity.rawValue)\(count == 1 ? "" : "s")"
        }
        .joined(separator: ", ")
    }
}
