internal import CLibXML2

/// The library that reads and writes markup.
package enum MarkupLibrary {
    /// The version of libxml2 that is used now, such as `2.9.14`.
    package static var version: String {
        xmlInitParser()
        // Such as 20914-GIT: two digits for each part but the first.
        guard let version = unsafe hegui_xml_version() else { return "" }
        let digits = unsafe String(cString: version).prefix(while: \.isNumber)
        guard let number = Int(digits) else { return String(digits) }
        return "\(number / 10000).\(number / 100 % 100).\(number % 100)"
    }
}
