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

    /// `text` with every known name replaced by the one that all its names stand for.
    static func canonical(_ text: String) -> String {
        var text = text
        for (form, name) in byLength where text.contains(form) {
            // A name that is part of the one that stands for it would be replaced for ever.
            if name.contains(form), text.contains(name) { continue }
            text = text.replacing(form, with: name)
        }
        return text
    }

    private static let byLength: [(form: String, name: String)] = all.flatMap { thing in
        thing.forms.filter { $0 != thing.name }.map { (form: $0, name: thing.name) }
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
