/// Finds the name that a misspelt one was probably meant to be.
package struct NearestName {
    private let names: [String]

    /// Looks among `names`.
    package init(_ names: [String]) {
        self.names = names
    }

    /// Looks among rules, with and without their packs.
    package init(rules ids: [String]) {
        self.init(ids + ids.compactMap { $0.split(separator: "/").last.map(String.init) })
    }

    /// "did you mean 'status'?", or `nil` where no name is near.
    package func suggestion(for name: String) -> String? {
        nearest(to: name).map { "did you mean '\($0)'?" }
    }

    /// The name that is hardly different from `name`, or `nil` where none is.
    package func nearest(to name: String) -> String? {
        let near = names.map { (name: $0, distance: Self.distance(name, $0)) }.min { $0.distance < $1.distance }
        guard let near, near.distance <= (near.name.count < 4 ? 1 : max(2, near.name.count / 3)) else { return nil }
        return near.name
    }

    /// The number of scalars to insert, drop or replace to make one name the other.
    private static func distance(_ left: String, _ right: String) -> Int {
        let right = Array(right.unicodeScalars.prefix(64))
        var row = Array(0...right.count)
        for (line, scalar) in left.unicodeScalars.prefix(64).enumerated() {
            var diagonal = row[0]
            row[0] = line + 1
            for column in right.indices {
                let replaced = diagonal + (scalar == right[column] ? 0 : 1)
                diagonal = row[column + 1]
                row[column + 1] = min(replaced, row[column] + 1, row[column + 1] + 1)
            }
        }
        return row[right.count]
    }
}
