internal import CLibXML2

/// An HTML document that libxml2 parsed, owned and freed by exactly one value.
///
/// No libxml2 pointer leaves this file. Callers receive copies, so nothing can point into a tree that has been freed.
@safe
struct HTMLTree: ~Copyable {
    private let document: htmlDocPtr

    /// libxml2's process-wide tables, set up once before any task parses.
    private static let isLibraryReady: Bool = {
        xmlInitParser()
        return true
    }()

    /// Parses `bytes`, repairing broken markup as far as libxml2 can.
    ///
    /// - Parameter bytes: The page in valid UTF-8. What it declares about its encoding is ignored.
    /// - Throws: ``MarkupError`` when there is nothing to parse, or not all of it was read.
    init(parsing bytes: [UInt8]) throws(MarkupError) {
        guard Self.isLibraryReady, !bytes.isEmpty else {
            throw .notParsable
        }
        guard let count = Int32(exactly: bytes.count) else {
            throw .tooLarge(byteCount: bytes.count)
        }
        // Recover from errors, print nothing, never fetch a DTD, and lift the limits of 256 levels and 10 MB of text.
        let options =
            HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue
            | HTML_PARSE_NONET.rawValue | HTML_PARSE_IGNORE_ENC.rawValue | XML_PARSE_HUGE.rawValue
        guard let context = unsafe htmlNewParserCtxt() else {
            throw .notParsable
        }
        defer { unsafe htmlFreeParserCtxt(context) }
        // The length is explicit, for the bytes have no NUL at their end.
        let parsed = unsafe bytes.withUnsafeBytes { buffer in
            unsafe htmlCtxtReadMemory(
                context,
                buffer.baseAddress?.assumingMemoryBound(to: CChar.self),
                count,
                nil,
                "UTF-8",
                Int32(bitPattern: options)
            )
        }
        guard let document = unsafe parsed else {
            throw .notParsable
        }
        // On reaching a limit libxml2 still returns the part it read, and says so only here.
        guard unsafe context.pointee.disableSAX == 0 else {
            unsafe xmlFreeDoc(document)
            throw .stoppedEarly
        }
        unsafe self.document = document
    }

    deinit {
        unsafe xmlFreeDoc(document)
    }
}

extension HTMLTree {
    /// Passes on every element's start and end and every text in document order.
    ///
    /// The walk is a loop over the tree's own links, so deep nesting can't overflow the stack.
    borrowing func forEachEvent(_ body: (HTMLEvent) -> Void) {
        var next = unsafe xmlDocGetRootElement(document)
        while let node = unsafe next {
            switch unsafe node.pointee.type {
            case XML_ELEMENT_NODE:
                body(.start(unsafe Self.element(at: node)))
                if let child = unsafe node.pointee.children {
                    unsafe next = child
                    continue
                }
            case XML_TEXT_NODE, XML_CDATA_SECTION_NODE:
                if let content = unsafe node.pointee.content {
                    body(.text(unsafe String(cString: content)))
                }
            default:
                break
            }
            unsafe next = Self.step(from: node, body)
        }
    }

    /// The node after `node` and its children, closing each element that ends on the way; `nil` at the end.
    private static func step(from node: xmlNodePtr, _ body: (HTMLEvent) -> Void) -> xmlNodePtr? {
        var current: xmlNodePtr? = unsafe node
        while let finished = unsafe current {
            if unsafe finished.pointee.type == XML_ELEMENT_NODE {
                body(.end(unsafe name(of: finished)))
            }
            if let sibling = unsafe finished.pointee.next {
                return unsafe sibling
            }
            // The document itself is a node too, but no element.
            guard let parent = unsafe finished.pointee.parent, unsafe parent.pointee.type == XML_ELEMENT_NODE else {
                return nil
            }
            unsafe current = parent
        }
        return nil
    }

    private static func name(of node: xmlNodePtr) -> String {
        guard let name = unsafe node.pointee.name else { return "" }
        return unsafe String(cString: name)
    }

    private static func element(at node: xmlNodePtr) -> HTMLElement {
        var attributes: [HTMLElement.Attribute] = []
        var next = unsafe node.pointee.properties
        while let attribute = unsafe next {
            var value = ""
            var part = unsafe attribute.pointee.children
            while let text = unsafe part {
                if let content = unsafe text.pointee.content {
                    value += unsafe String(cString: content)
                }
                unsafe part = text.pointee.next
            }
            if let name = unsafe attribute.pointee.name {
                attributes.append(HTMLElement.Attribute(name: unsafe String(cString: name), value: value))
            }
            unsafe next = attribute.pointee.next
        }
        return HTMLElement(name: unsafe name(of: node), attributes: attributes)
    }
}
