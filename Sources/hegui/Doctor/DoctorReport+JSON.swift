import LegalText
import NoticeModel
import Reporting

extension DoctorReport {
    /// The report as `hegui/doctor/1`.
    var json: JSONValue {
        [
            "schema": "hegui/doctor/1", "program": programJSON, "configuration": .optional(configuration),
            "data": data.map(Self.json) ?? .null, "store": store.map(Self.json) ?? .null,
            "findings": .array(
                findings.map { finding in
                    [
                        "id": .string(finding.id), "severity": .string(finding.severity.rawValue),
                        "summary": ["zh": .string(finding.summary.zh), "en": .string(finding.summary.en)],
                    ]
                }
            ),
        ]
    }

    private var programJSON: JSONValue {
        [
            "version": .string(program.version), "build": .string(program.build), "service": .bool(program.hasService),
            "path": .string(program.path), "sha256": .optional(program.sha256), "swift": .string(program.swift),
            "swiftRuntime": .string(program.runtime ?? "static"),
            "libraries": .array(
                program.libraries.map { ["name": .string($0.name), "version": .string($0.version)] }
            ),
        ]
    }

    private static func json(_ data: DataFacts) -> JSONValue {
        [
            "folder": .string(data.folder), "foundBy": .string(data.origin.rawValue),
            "trustedKeys": data.trusted.map { .strings($0) } ?? .null,
            "packs": .array(data.packs.map(json)),
            "texts": .array(
                data.texts.map { text in
                    [
                        "notice": .string(text.notice), "language": .string(text.language.rawValue),
                        "sha256": .string(text.sha256), "holds": text.holds.map { .bool($0) } ?? .null,
                        "status": .string(text.status), "retrieved": .optional(text.retrieved?.description),
                    ]
                }
            ),
            "foldingTables": .array(
                data.tables.map { table in
                    ["name": .string(table.name), "rows": .int(table.rows), "unicode": .optional(table.unicode)]
                }
            ),
        ]
    }

    private static func json(_ pack: PackFacts) -> JSONValue {
        let (state, key): (String, String?) =
            switch pack.signature {
            case .none: ("none", nil)
            case .trusted(let key): ("trusted", key)
            case .untrusted(let key): ("untrusted", key)
            case .wrong: ("wrong", nil)
            }
        return [
            "id": .string(pack.id), "version": .string(pack.version), "digest": .string(pack.digest),
            "rules": .int(pack.rules), "sentinels": .int(pack.sentinels), "holds": .bool(pack.holds),
            "inForce": .bool(pack.isInForce), "successor": .optional(pack.successor),
            "signature": ["state": .string(state), "key": .optional(key)],
        ]
    }

    private static func json(_ store: StoreState) -> JSONValue {
        [
            "path": .string(store.path), "schema": .strings(store.schema), "bytes": .int(store.bytes),
            "entries": .int(store.entries), "head": .string(store.head), "isWhole": .bool(store.isWhole),
        ]
    }
}
