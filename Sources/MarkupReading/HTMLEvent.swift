/// One step of a walk through a page.
enum HTMLEvent {
    /// An element begins.
    case start(HTMLElement)
    /// Characters, with their entities resolved.
    case text(String)
    /// The innermost open element, which has this name, ends.
    case end(String)
}

/// An element as its start tag has it.
struct HTMLElement {
    /// The name in lower case.
    let name: String

    /// The attributes in the order of the tag.
    let attributes: [Attribute]

    /// One attribute of a tag.
    struct Attribute {
        /// The name in lower case.
        let name: String
        /// The value, with its entities resolved; empty where the tag gives none.
        let value: String
    }

    /// The value of the attribute called `name`, or `nil` where the tag hasn't got it.
    subscript(name: String) -> String? {
        attributes.first { $0.name == name }?.value
    }
}
