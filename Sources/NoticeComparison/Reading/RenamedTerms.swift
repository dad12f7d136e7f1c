import NoticeParsing

/// Names under which one and the same thing goes in notices of different years.
enum RenamedTerms {
    /// One thing with its names.
    struct Thing {
        /// What all the names stand for.
        let name: String
        /// The names, each as it is printed.
        let forms: [String]
    }

    /// The bodies of state, and the terms that a reform renamed without a change of what they mean.
    static let all: [Thing] = bodies + terms

    /// A name that was taken out of a text.
    struct Masked {
        /// The name as it is printed.
        let printed: String
        /// What all names of the thing stand for.
        let name: String
    }

    /// `text` with a single character of no meaning in place of every known name, and the names by character.
    static func masked(_ text: String) -> (text: String, names: [Character: Masked]) {
        var characters = Array(text)
        var lowered = characters.map { $0.lowercased() }
        var names: [Character: Masked] = [:]
        let whole = text.lowercased()
        for (form, name) in byLength where whole.contains(form) {
            let pattern = form.map(String.init)
            var start = 0
            while start + pattern.count <= lowered.count {
                guard lowered[start] == pattern[0], Array(lowered[start..<start + pattern.count]) == pattern,
                    let mark = Unicode.Scalar(0xE000 + UInt32(names.count)).map(Character.init)
                else {
                    start += 1
                    continue
                }
                let range = start..<start + pattern.count
                names[mark] = Masked(printed: String(characters[range]), name: name)
                characters.replaceSubrange(range, with: [mark])
                lowered.replaceSubrange(range, with: [String(mark)])
                start += 1
            }
        }
        return (String(characters), names)
    }

    private static let byLength: [(form: String, name: String)] = all.flatMap { thing in
        Set(thing.forms + [thing.name]).map { (form: $0, name: thing.name) }
    }.sorted { ($1.form.count, $0.form) < ($0.form.count, $1.form) }

    private static let bodies: [Thing] = {
        var forms: [String: [String]] = [:]
        for (form, body) in BodyNames.all {
            forms[body, default: [body]].append(form)
        }
        return forms.map { Thing(name: $0.key, forms: $0.value.filter(isSafe)) }.sorted { $0.name < $1.name }
    }()

    /// Whether a name can't be part of other words: 央行 stands in 中央行政, 人行 in 人行道.
    private static func isSafe(_ form: String) -> Bool {
        form.unicodeScalars.count > 2
    }

    private static let terms: [Thing] = [
        // The Organ reform of 2023 renamed the local bodies, the Civil Code's successors the registered entities.
        Thing(name: "地方金融管理部门", forms: ["地方金融监管部门", "地方金融监督管理部门", "地方金融管理部门"]),
        Thing(name: "经营主体", forms: ["市场主体", "经营主体"]),
        Thing(name: "市场监督管理部门", forms: ["工商行政管理部门", "市场监督管理部门", "市场监管部门"]),
        Thing(name: "分布式账本", forms: ["分布式账户", "分布式账本", "分布式记账"]),
        Thing(
            name: "local financial regulator",
            forms: [
                "local financial regulatory department", "local financial regulatory authority",
                "local financial administration department",
            ]
        ),
        Thing(
            name: "financial regulator",
            forms: ["financial regulatory department", "financial regulatory authority"]
        ),
        Thing(name: "distributed ledger", forms: ["distributed account", "distributed ledger"]),
    ]
}
