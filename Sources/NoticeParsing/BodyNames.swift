import NoticeModel

/// The names of bodies of state, for whoever must know two names for one.
package enum BodyNames {
    /// Every known name, in simplified characters or in lower case, with the full Chinese name of the body that bears it
    /// today or took over its duties; sorted by name.
    package static let all: [(form: String, body: String)] = IssuingBodies.fullNames.keys.sorted().compactMap { form in
        IssuingBodies.body(named: form).map { (form, $0.currentName) }
    }
}
