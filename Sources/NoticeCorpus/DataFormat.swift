/// The format of the files under `rules` and `corpus`, which each of their heads may name: `format: 1` in a `pack.yaml` or a
/// `meta.yaml`.
///
/// A file without it has the first format. A program reads every format from the first to its own.
package enum DataFormat {
    /// The format that this program writes, and the latest that it reads.
    package static let current = 1

    /// What is wrong with a file of the format called `name`, and what to do about it; `nil` where it can be read.
    package static func mistake(_ name: String) -> (summary: String, help: String)? {
        guard let number = Int(name), number >= 1 else {
            return ("'format' must be a whole number from 1 to \(current)", "leave it out for the first format")
        }
        guard number > current else { return nil }
        return (
            "the file has format \(number), and this program reads formats up to \(current)",
            "a later version of hegui wrote it: install that, or the rules and notices that came with this one"
        )
    }
}
