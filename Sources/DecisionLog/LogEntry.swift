#if Service
    internal import Crypto
    internal import Foundation
    internal import RecordModel

    /// What an entry of the log says: one JSON object, which is kept, hashed and exported to the byte as it was written first.
    struct EntryContent: Codable {
        static let currentSchema = "hegui/log-entry/1"

        var schema = EntryContent.currentSchema
        let number: Int
        let id: String
        let time: String
        let person: String
        var decision: DecisionContent?
        var disposition: DispositionContent?
        var answer: AnswerContent?
        var policy: PolicyContent?

        init(number: Int, id: String, time: LogTime, person: String) {
            self.number = number
            self.id = id
            self.time = time.description
            self.person = person
        }
    }

    /// What a decision says, apart from its findings, which stand beside it as they were given.
    struct DecisionContent: Codable, Sendable, Hashable {
        let fingerprint: String
        let record: KeptRecord
        let place: DecisionPlace?
        let verdict: Verdict.Level
        let grounds: [Ground]
        let pack: PackReference
        let noticeDigest: String
        let engine: String
    }

    /// What a disposition says.
    struct DispositionContent: Codable, Sendable, Hashable {
        let of: String
        let rules: [String]
        let kind: String
        let day: CalendarDay?
        let party: String?
        let newDecision: String?
        let note: String?
        let needsApproval: Bool
    }

    /// What a second person says of a release.
    struct AnswerContent: Codable, Sendable, Hashable {
        let of: String
        let isApproved: Bool
        let note: String?
    }

    /// How the log is kept from here on.
    struct PolicyContent: Codable, Sendable, Hashable {
        let needsSecondPerson: Bool
    }

    /// A record as the log keeps it.
    struct KeptRecord: Codable, Sendable, Hashable {
        let id: String?
        let name: String?
        let otherNames: [Name]
        let scope: String?
        let description: String?
        let actor: String?
        let jurisdiction: String?
        let approval: String?
        let registrationStatus: String?
        let registrationDate: String?
        let columns: [Column]

        struct Name: Codable, Sendable, Hashable {
            let text: String
            let kind: OtherName.Kind
        }

        struct Column: Codable, Sendable, Hashable {
            let header: String
            let text: String
            let isField: Bool
        }

        init(_ record: Record) {
            id = record.id
            name = record.name
            otherNames = record.otherNames.map { Name(text: $0.text, kind: $0.kind) }
            scope = record.scope
            description = record.description
            actor = record.actor
            jurisdiction = record.jurisdiction
            approval = record.approval
            registrationStatus = record.registrationStatus
            registrationDate = record.registrationDate
            columns = record.columns.map { Column(header: $0.header, text: $0.text, isField: $0.isField) }
        }

        var record: Record {
            Record(
                id: id,
                name: name,
                otherNames: otherNames.map { OtherName($0.text, kind: $0.kind) },
                scope: scope,
                description: description,
                actor: actor,
                jurisdiction: jurisdiction,
                approval: approval,
                registrationStatus: registrationStatus,
                registrationDate: registrationDate,
                columns: columns.map { RecordColumn(header: $0.header, text: $0.text, isField: $0.isField) }
            )
        }
    }

    extension EntryContent {
        /// The entry as it is kept, with `members`, JSON texts by name, behind what it says itself.
        func text(with members: [(name: String, json: String)] = []) throws -> String {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
            let head = String(decoding: try encoder.encode(self), as: UTF8.self)
            guard !members.isEmpty else { return head }
            return head.dropLast() + members.map { ",\"\($0.name)\":\($0.json)" }.joined() + "}"
        }

        /// Reads an entry that was kept.
        init(text: String) throws {
            self = try JSONDecoder().decode(Self.self, from: Data(text.utf8))
            guard schema == Self.currentSchema else {
                throw DecodingError.dataCorrupted(
                    DecodingError.Context(codingPath: [], debugDescription: "an entry of the form '\(schema)'")
                )
            }
        }
    }

    /// The chain that ties each entry to all before it.
    enum EntryChain {
        /// The hash that comes before the first entry.
        static let origin = [UInt8](repeating: 0, count: 32)

        /// SHA-256 over `hegui/log/1` and a line end, the hash before, the length of the entry in bytes as eight bytes, the
        /// highest first, and the entry.
        static func hash(after previous: [UInt8], _ content: String) -> [UInt8] {
            var hash = SHA256()
            hash.update(data: Array("hegui/log/1\n".utf8))
            hash.update(data: previous)
            var content = content
            content.withUTF8 { bytes in
                hash.update(data: Digest.bytes(of: bytes.count))
                hash.update(bufferPointer: UnsafeRawBufferPointer(bytes))
            }
            return Array(hash.finalize())
        }
    }
#endif
