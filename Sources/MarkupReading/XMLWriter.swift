internal import CLibXML2

/// Writes XML 1.0 in UTF-8 through libxml2.
///
/// No libxml2 pointer leaves this file.
package struct XMLWriter {
    /// Creates a writer.
    package init() {}

    /// The document whose root is `root`, an element to a line where that adds no blanks to any words.
    ///
    /// Characters that XML 1.0 has no way to write, such as U+0000 and U+001B, are written as U+FFFD. The names of
    /// elements and attributes are taken as they are: they come from the program, not from a document.
    ///
    /// - Throws: ``XMLWriteError`` where libxml2 has no memory left.
    /// - Complexity: O(*n*) in the number of nodes and characters; the depth of nesting costs no stack.
    package func text(of root: XMLElement) throws(XMLWriteError) -> String {
        let output = try XMLOutput()
        try output.write(root)
        return try output.finished()
    }

    /// `text` with U+FFFD for each scalar outside of XML 1.0's production `Char`.
    static func writable(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: { !isWritable($0) }) else { return text }
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars { result.append(isWritable(scalar) ? scalar : "\u{FFFD}") }
        return String(result)
    }

    private static func isWritable(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09, 0x0A, 0x0D, 0x20...0xD7FF, 0xE000...0xFFFD, 0x10000...0x10FFFF: true
        default: false
        }
    }
}

/// libxml2's writer with the memory that it writes to, owned and freed by exactly one value.
@safe
private struct XMLOutput: ~Copyable {
    private let buffer: xmlBufferPtr
    private let writer: xmlTextWriterPtr

    init() throws(XMLWriteError) {
        guard let buffer = unsafe xmlBufferCreate() else { throw XMLWriteError() }
        guard let writer = unsafe xmlNewTextWriterMemory(buffer, 0) else {
            unsafe xmlBufferFree(buffer)
            throw XMLWriteError()
        }
        unsafe self.buffer = buffer
        unsafe self.writer = writer
    }

    deinit {
        unsafe xmlFreeTextWriter(writer)
        unsafe xmlBufferFree(buffer)
    }

    /// One element that is open.
    private struct Frame {
        let children: [XMLNode]
        /// Whether each child stands on a line of its own.
        let isSpread: Bool
        var next = 0
    }

    /// Writes the document; the open elements are kept in an array, so that nesting can't overflow the stack.
    borrowing func write(_ root: XMLElement) throws(XMLWriteError) {
        try check(unsafe xmlTextWriterStartDocument(writer, "1.0", "UTF-8", nil))
        var open = [try start(root, isInline: false)]
        while let frame = open.last {
            guard frame.next < frame.children.count else {
                open.removeLast()
                if frame.isSpread { try breakLine(depth: open.count) }
                try check(unsafe xmlTextWriterEndElement(writer))
                continue
            }
            open[open.count - 1].next += 1
            switch frame.children[frame.next] {
            case .text(let text):
                try check(unsafe xmlTextWriterWriteString(writer, XMLWriter.writable(text)))
            case .element(let element):
                if frame.isSpread { try breakLine(depth: open.count) }
                open.append(try start(element, isInline: !frame.isSpread))
            }
        }
        try check(unsafe xmlTextWriterEndDocument(writer))
    }

    private borrowing func start(_ element: XMLElement, isInline: Bool) throws(XMLWriteError) -> Frame {
        try check(unsafe xmlTextWriterStartElement(writer, element.name))
        for attribute in element.attributes {
            let value = XMLWriter.writable(attribute.value)
            try check(unsafe xmlTextWriterWriteAttribute(writer, attribute.name, value))
        }
        let isSpread = !isInline && !element.children.isEmpty && !element.isMixed
        return Frame(children: element.children, isSpread: isSpread)
    }

    private borrowing func breakLine(depth: Int) throws(XMLWriteError) {
        let blanks = "\n" + String(repeating: "  ", count: min(depth, 32))
        try check(unsafe xmlTextWriterWriteString(writer, blanks))
    }

    /// What was written.
    borrowing func finished() throws(XMLWriteError) -> String {
        try check(unsafe xmlTextWriterFlush(writer))
        let count = unsafe Int(xmlBufferLength(buffer))
        guard let content = unsafe xmlBufferContent(buffer) else { throw XMLWriteError() }
        return unsafe String(decoding: UnsafeBufferPointer(start: content, count: count), as: UTF8.self)
    }

    /// libxml2 gives the number of bytes written, or −1.
    private borrowing func check(_ result: Int32) throws(XMLWriteError) {
        guard result >= 0 else { throw XMLWriteError() }
    }
}
