internal import CLibXML2

/// What an XML document holds, in order.
package enum XMLEvent: Sendable, Hashable {
    /// An element begins; its name is without a prefix.
    case start(String)
    /// An element ends; also one without content.
    case end(String)
    /// Words. A long text may come in several parts.
    case text(String)
}

/// Reads an XML document forwards through libxml2, without ever holding all of it.
///
/// A class because it owns libxml2's reader, which is freed once; no pointer of it leaves this file. External entities
/// are never fetched, and entities that a document declares are not expanded.
@safe
package final class XMLStreamReader {
    private let reader: xmlTextReaderPtr
    private let feed: Feed

    /// The element without content whose end is still to be told.
    private var emptyElement: String?

    private static let isLibraryReady: Bool = {
        xmlInitParser()
        return true
    }()

    /// Creates a reader of the document that `read` gives in parts of at most the number of bytes it is asked for; an
    /// empty part is the end.
    ///
    /// - Throws: ``MarkupError`` where libxml2 has no memory left.
    package init(reading read: @escaping (Int) throws -> [UInt8]) throws(MarkupError) {
        guard Self.isLibraryReady else { throw .notParsable }
        let feed = Feed(read)
        let options = XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue
        let reader = unsafe xmlReaderForIO(
            { opaque, buffer, count in
                guard let opaque = unsafe opaque, let buffer = unsafe buffer else { return -1 }
                let feed = unsafe Unmanaged<Feed>.fromOpaque(opaque).takeUnretainedValue()
                return unsafe feed.fill(UnsafeMutableRawBufferPointer(start: buffer, count: Int(count)))
            },
            nil,
            Unmanaged.passUnretained(feed).toOpaque(),
            nil,
            nil,
            Int32(bitPattern: options)
        )
        guard let reader = unsafe reader else { throw .notParsable }
        unsafe self.reader = reader
        self.feed = feed
    }

    deinit {
        unsafe xmlFreeTextReader(reader)
    }

    /// The next event, or `nil` at the end of the document.
    ///
    /// - Throws: What `read` threw, or ``MarkupError`` where the document isn't well-formed XML.
    package func next() throws -> XMLEvent? {
        if let name = emptyElement {
            emptyElement = nil
            return .end(name)
        }
        while true {
            let status = unsafe xmlTextReaderRead(reader)
            if status == 0 { return nil }
            guard status == 1 else { throw feed.failure ?? MarkupError.notParsable }
            switch xmlReaderTypes(rawValue: UInt32(bitPattern: unsafe xmlTextReaderNodeType(reader))) {
            case XML_READER_TYPE_ELEMENT:
                let name = name()
                if unsafe xmlTextReaderIsEmptyElement(reader) == 1 { emptyElement = name }
                return .start(name)
            case XML_READER_TYPE_END_ELEMENT:
                return .end(name())
            case XML_READER_TYPE_TEXT, XML_READER_TYPE_CDATA, XML_READER_TYPE_WHITESPACE,
                XML_READER_TYPE_SIGNIFICANT_WHITESPACE:
                guard let value = unsafe xmlTextReaderConstValue(reader) else { continue }
                return .text(unsafe String(cString: value))
            default:
                continue
            }
        }
    }

    /// The value of an attribute of the element that began last, by its name with prefix, or `nil`.
    package func attribute(_ name: String) -> String? {
        guard unsafe xmlTextReaderMoveToAttribute(reader, name) == 1 else { return nil }
        defer { _ = unsafe xmlTextReaderMoveToElement(reader) }
        return unsafe xmlTextReaderConstValue(reader).map { unsafe String(cString: $0) }
    }

    private func name() -> String {
        guard let name = unsafe xmlTextReaderConstLocalName(reader) else { return "" }
        return unsafe String(cString: name)
    }

    /// What gives libxml2 its input.
    private final class Feed {
        private let read: (Int) throws -> [UInt8]
        private(set) var failure: (any Error)?

        init(_ read: @escaping (Int) throws -> [UInt8]) {
            self.read = read
        }

        func fill(_ buffer: UnsafeMutableRawBufferPointer) -> Int32 {
            do {
                let part = try read(buffer.count)
                unsafe buffer.copyBytes(from: part)
                return Int32(part.count)
            } catch {
                failure = error
                return -1
            }
        }
    }
}
