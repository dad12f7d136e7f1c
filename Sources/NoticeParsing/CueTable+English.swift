import NoticeModel

extension CueTable {
    /// The cues of English.
    static let english: CueTable = {
        var cues = modal(
            .prohibition,
            [
                "must not", "shall not", "may not", "should not and cannot", "should not", "is not allowed to",
                "are not allowed to", "not permitted to", "is prohibited from", "are prohibited from",
                "are strictly prohibited from", "is strictly prohibited from", "are strictly prohibited",
                "is strictly prohibited", "strictly prohibited", "shall be prohibited", "are prohibited",
                "is prohibited",
                "are forbidden", "is forbidden",
            ]
        )
        cues += [Cue("resolutely banned", .prohibition), Cue("cannot", .prohibition, doubt: "cannot may state a fact")]
        cues += modal(.obligation, ["shall", "must", "should"])
        cues += [
            Cue("should have known", nil), Cue("should know", nil), Cue("are overall responsible for", .obligation),
            Cue("are responsible for", .obligation), Cue("is responsible for", .obligation),
            Cue("take overall responsibility for", .obligation), Cue("are to be", .obligation),
            Cue("leading department is", .obligation), Cue("lead department is", .obligation),
            Cue("takes overall responsibility for", .obligation),
            Cue("is to be", .obligation),
            Cue("will", .obligation, doubt: "will may announce what is planned"),
        ]
        cues += [
            "are conducted", "is conducted", "are carried out", "is carried out", "are transferred", "is transferred",
        ].map {
            Cue($0, .obligation, doubt: "a duty is stated without a modal word")
        }
        cues += modal(.permission, ["may"])
        cues += [
            Cue("are permitted to", .permission), Cue("is entitled to", .permission),
            Cue("are entitled to", .permission),
        ]
        cues += ["does not apply", "do not apply", "shall not apply", "need not", "are exempt", "is exempt"].map {
            Cue($0, .exemption)
        }
        cues += ["refers to", "refer to", "means the", "means any", "means a", "means that"].map {
            Cue($0, .definition)
        }
        cues += [
            "criminal liability shall be pursued", "responsibilities shall be pursued", "shall be punished",
            "shall be held liable", "be held liable", "shall be fined", "are to be disciplined", "shall be disciplined",
            "shall deal with them according to", "shall deal with them in accordance with", "shall be dealt with",
            "and discipline",
        ].map { Cue($0, .penalty) }
        cues += ["shall be invalid", "are invalid", "is invalid", "shall be borne", "are borne by", "is borne by"].map {
            Cue($0, .civilEffect)
        }
        cues += [
            "shall enter into force", "enters into force", "enter into force", "shall come into force",
            "come into force",
            "comes into force", "shall come into effect", "shall take effect", "takes effect",
        ].map { Cue($0, .entryIntoForce) }
        cues += ["is hereby repealed", "are hereby repealed", "shall be repealed", "is repealed", "hereby repealed"].map
        {
            Cue($0, .repeal)
        }
        cues += ["does not possess", "is", "are", "has", "have", "carries"].map { Cue($0, .statement) }
        return CueTable(cues, needsWordEdges: true)
    }()

    /// Modals that are sure.
    private static func modal(_ kind: Norm.Kind, _ phrases: [String]) -> [Cue] {
        phrases.map { Cue($0, kind, isModal: true) }
    }
}
