import Foundation

/// The modules of the package and what each uses, read from the manifest.
struct ModuleGraph {
    /// Modules that stand together under a comment of the manifest, without its full stop.
    struct Group {
        let title: String
        var modules: [String] = []
    }

    /// The groups, in order.
    private(set) var groups: [Group] = []

    /// What each module names as its dependencies among the others.
    private(set) var uses: [String: [String]] = [:]

    /// Reads the targets of a manifest, up to the tests.
    init(manifest: String) {
        let section = manifest.components(separatedBy: "\n    targets: [\n").last ?? ""
        let lines = (section.components(separatedBy: "\n        // Tests.\n").first ?? "").split(separator: "\n")
        let entries = lines.reduce(into: [String]()) { entries, line in
            // An entry begins at the indentation of the list.
            let rest = line.dropFirst(8)
            let begins = line.hasPrefix("        ") && !rest.hasPrefix(" ") && !rest.hasPrefix(")")
            if begins || entries.isEmpty { entries.append(String(line)) } else { entries[entries.count - 1] += line }
        }
        for entry in entries {
            let text = entry.drop { $0 == " " }
            if text.hasPrefix("// ") {
                groups.append(Group(title: String(text.dropFirst(3).prefix { $0 != "." })))
            } else if text.hasPrefix("module(") || text.hasPrefix(".executableTarget(") {
                let words = entry.matches(of: /"(\w+)"/).map { String($0.1) }
                guard let name = words.first, !groups.isEmpty else { continue }
                groups[groups.count - 1].modules.append(name)
                uses[name] = Array(words.dropFirst())
            }
        }
        let known = Set(uses.keys)
        uses = uses.mapValues { $0.filter(known.contains) }
    }

    /// The modules that `module` uses directly or through others.
    private func reach(of module: String) -> Set<String> {
        var found: Set<String> = []
        var open = uses[module] ?? []
        while let next = open.popLast() {
            guard found.insert(next).inserted else { continue }
            open += uses[next] ?? []
        }
        return found
    }

    /// A drawing for Mermaid: an arrow for each use that doesn't already follow from others.
    var drawing: String {
        var lines = ["```mermaid", "graph LR"]
        for (number, group) in groups.enumerated() where !group.modules.isEmpty {
            lines.append("  subgraph g\(number) [\(group.title)]")
            lines += group.modules.map { "    \($0)" }
            lines.append("  end")
        }
        for module in groups.flatMap(\.modules) {
            let direct = uses[module] ?? []
            let needed = direct.filter { target in
                !direct.contains { $0 != target && reach(of: $0).contains(target) }
            }
            lines += needed.map { "  \(module) --> \($0)" }
        }
        return (lines + ["```", ""]).joined(separator: "\n")
    }
}
