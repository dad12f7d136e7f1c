#if Service
    import HTTPTypes
    import LegalText
    import Reporting
    import RuleEngine

    /// The rules that records are screened against.
    package struct RuleRoutes: RouteGroup {
        /// Creates the group.
        package init() {}

        package var routes: [Route] {
            [
                Route(
                    .get,
                    "/v1/rules",
                    role: .viewer,
                    parameters: Self.choices,
                    operation: Operation(
                        "listRules",
                        "The rules of a pack with the clauses that they enforce.",
                        tag: "rules",
                        answer: [.init("application/json", "Rules")],
                        problems: [404]
                    )
                ) { request in
                    let pack = try request.state.pack(request.query["pack"], asOf: nil)
                    let others = request.state.packs.values.map(\.identity).sorted { $0.id < $1.id }
                    return .json(RuleJSON(pack.contents, lexicon: pack.lexicon).list(pack.description, packs: others))
                },
                Route(
                    .get,
                    "/v1/rules/{id+}",
                    role: .viewer,
                    parameters: [
                        .path("id", "The rule's id; the pack may be left out: mining for yinfa-2026-42/mining.")
                            .example("mining")
                    ]
                        + Self.choices,
                    operation: Operation(
                        "getRule",
                        "One rule: its clause, what it looks for, and its cases counted.",
                        tag: "rules",
                        answer: [.init("application/json", "Rule")],
                        problems: [404]
                    )
                ) { request in
                    let id = request.parameters["id"] ?? ""
                    let named = request.query["pack"] ?? String(id.prefix { $0 != "/" })
                    let isWhole = request.state.packs[named] != nil && request.query["pack"] == nil
                    let pack = try request.state.pack(isWhole ? named : request.query["pack"], asOf: nil)
                    guard
                        let rule = pack.contents.rules.first(where: { $0.id == id || $0.id == "\(pack.pack.id)/\(id)" }
                        ),
                        let basis = pack.pack.basis(of: rule.id)
                    else { throw Self.unknownRule(id, in: pack) }
                    let writer = RuleJSON(pack.contents, lexicon: pack.lexicon)
                    return .json(writer.document(rule, basis: basis, pack: pack.identity))
                },
            ]
        }

        private static let choices: [RouteParameter] = [
            .query("pack", .name, "The rule pack, named after its notice; by default the current one.")
                .example("yinfa-2026-42")
        ]

        /// The pack has no rule called `id`.
        static func unknownRule(_ id: String, in pack: LoadedPack) -> Problem {
            let near = NearestName(rules: pack.pack.ruleIDs).nearest(to: id)
            return Problem(
                "rules/unknown-rule",
                .notFound,
                title: LocalizedText(zh: "没有这条规则", en: "There is no such rule"),
                detail: LocalizedText(
                    zh: "规则包\(pack.pack.id)没有规则“\(id)”\(near.map { "；是否指“\($0)”？" } ?? "")",
                    en: "The pack \(pack.pack.id) has no rule '\(id)'\(near.map { "; did you mean '\($0)'?" } ?? "")"
                )
            )
        }
    }
#endif
