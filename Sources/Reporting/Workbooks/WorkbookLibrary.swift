internal import CLibXLSXWriter

/// The library that writes workbooks.
package enum WorkbookLibrary {
    /// The version of libxlsxwriter that is used now, such as `1.1.5`.
    package static var version: String { lxw_version().map { String(cString: $0) } ?? "" }
}
