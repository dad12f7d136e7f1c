/// An element of an XML document that is to be written.
package struct XMLElement: Sendable, Hashable {
    /// The name, with its prefix where it has one.
    package let name: String

    /// The attributes in the order in which they are written.
    package var attributes: [Attribute]

    /// What stands between the tags, in order.
    package var children: [XMLNode]

    /// Creates an element.
    package init(_ name: String, _ attributes: [Attribute] = [], _ children: [XMLNode] = []) {
        self.name = name
        self.attributes = attributes
        self.children = children
    }

    /// Creates an element that holds a text and nothing else.
    package init(_ name: String, _ attributes: [Attribute] = [], text: String) {
        self.init(name, attributes, [.text(text)])
    }

    /// A name with its value; the value is text, not markup.
    package struct Attribute: Sendable, Hashable {
        /// The name, with its prefix where it has one.
        package let name: String

        /// The value before any escaping.
        package let value: String

        /// Creates an attribute.
        package init(_ name: String, _ value: String) {
            self.name = name
            self.value = value
        }
    }

    /// Appends an element.
    package mutating func append(_ element: XMLElement) {
        children.append(.element(element))
    }

    /// Whether words stand directly in it, so that white space between its children would be read as words.
    var isMixed: Bool {
        children.contains { child in
            if case .text = child { true } else { false }
        }
    }
}

/// What stands between the tags of an element.
package enum XMLNode: Sendable, Hashable {
    /// An element.
    case element(XMLElement)
    /// A text before any escaping.
    case text(String)
}
