#if Service
    internal import Foundation
    package import RecordModel

    /// What tells one screened record from another, however its row is numbered and its words are set.
    ///
    /// The SHA-256 of the record's key, name, other names, scope, description, kind of actor, jurisdiction and approval: of
    /// everything that a verdict rests on, and of the key, since two entities of the same words are judged apart. The state and
    /// the day of registration aren't in it. Each text is folded first: compatibility forms and case (`ＲＷＡ` is `rwa`), one
    /// blank for any run of white space, none at the ends, and nothing for invisible characters. Absent and blank texts are the
    /// same. Anything else that changes makes another record, on which no decision was taken yet.
    package struct RecordFingerprint: Sendable, Hashable, CustomStringConvertible {
        /// The fingerprint as `sha256:` and hexadecimal digits.
        package let description: String

        /// The fingerprint of `record`.
        package init(_ record: Record) {
            var digest = Digest(of: "hegui/record/1")
            digest.update(Self.folded(record.id))
            digest.update(Self.folded(record.name))
            // In any order: which of two brands comes first says nothing.
            let names = record.otherNames.compactMap { Self.folded($0.text) }.sorted()
            digest.update(String(names.count))
            for name in names { digest.update(name) }
            for text in [record.scope, record.description, record.actor, record.jurisdiction, record.approval] {
                digest.update(Self.folded(text))
            }
            description = digest.finalize()
        }

        /// Creates a fingerprint from its description, which isn't looked at.
        init(stored description: String) {
            self.description = description
        }

        private static func folded(_ text: String?) -> String? {
            guard let text else { return nil }
            let folded = fold(text)
            return folded.isEmpty ? nil : folded
        }

        /// The text without what nobody sees: see above.
        static func fold(_ text: String) -> String {
            var folded = ""
            var isBlank = true
            for scalar in text.precomposedStringWithCompatibilityMapping.lowercased().unicodeScalars {
                if scalar.properties.isWhitespace {
                    if !isBlank { folded.unicodeScalars.append(" ") }
                    isBlank = true
                } else if !scalar.properties.isDefaultIgnorableCodePoint, scalar.properties.generalCategory != .control
                {
                    folded.unicodeScalars.append(scalar)
                    isBlank = false
                }
            }
            if folded.last == " " { folded.removeLast() }
            return folded
        }
    }
#endif
