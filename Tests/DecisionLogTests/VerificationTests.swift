#if Service
    @testable import DecisionLog
    import Foundation
    import LegalText
    import RecordModel
    import Testing

    @Suite("Verifying a log")
    struct VerificationTests {
        /// A log of six entries, closed: four decisions, a disposition, a decision; and its head.
        private static func sample() async throws -> (SampleLog, LogHead) {
            let log = try SampleLog()
            let store = try log.open()
            var decisions: [Decision] = []
            for name in ["甲", "乙", "丙", "丁"] { decisions.append(try await store.append(.sample(name))) }
            try await store.dispose(
                NewDisposition(of: decisions[1].id, .falsePositive, note: "x", by: "王芳", at: day(0))
            )
            _ = try await store.append(.sample("戊"))
            let head = try await store.head()
            try store.close()
            return (log, head)
        }

        private static let unguarded =
            "DROP TRIGGER entry_stays; DROP TRIGGER entry_is_final; DROP TRIGGER entry_is_next;"

        /// Puts the guards back, as somebody who hides what he did would.
        private static let guarded = """
            ; CREATE TRIGGER entry_stays BEFORE DELETE ON entry BEGIN
                SELECT RAISE(ABORT, 'the log is append-only');
            END;
            CREATE TRIGGER entry_is_final BEFORE UPDATE ON entry BEGIN
                SELECT RAISE(ABORT, 'the log is append-only');
            END;
            CREATE TRIGGER entry_is_next BEFORE INSERT ON entry
            WHEN NEW.number <> (SELECT number + 1 FROM head) BEGIN
                SELECT RAISE(ABORT, 'the log is append-only');
            END;
            """

        @Test("passes what nobody touched, opened again, and with the head that was written down")
        func whole() async throws {
            let (log, head) = try await Self.sample()
            #expect(head.number == 6)
            #expect(LogHead(head.description) == head)
            let result = try await log.open(.reading).verify(expecting: head)
            #expect(result == LogVerification(head: head, fault: nil))
            // A head of an earlier day is still in it.
            _ = try await log.open().append(.sample("己"))
            #expect(try await log.open(.reading).verify(expecting: head).fault == nil)
        }

        @Test(
            "names the first entry that was changed, moved or taken away, and what else was",
            arguments: [
                ("UPDATE entry SET content = replace(content, '丙', '丁') WHERE number = 3", LogFault.Kind.changed, 3),
                ("UPDATE entry SET content = replace(content, '王芳', '李明') WHERE number = 5", .changed, 5),
                ("UPDATE entry SET content = content || ' ' WHERE number = 6", .changed, 6),
                ("UPDATE entry SET hash = zeroblob(32) WHERE number = 2", .changed, 2),
                ("DELETE FROM entry WHERE number = 4", .missing, 4),
                ("DELETE FROM entry WHERE number = 1", .missing, 1),
                (
                    "UPDATE entry SET number = 99 WHERE number = 2; UPDATE entry SET number = 2 WHERE number = 3; UPDATE entry SET number = 3 WHERE number = 99",
                    .changed, 2
                ),
                ("DELETE FROM entry WHERE number = 6", .cut(at: 5), 6),
                ("UPDATE head SET hash = zeroblob(32)", .headChanged, nil),
                ("UPDATE finding SET state = 'confirmed' WHERE decision = 3", .index(table: "finding"), 3),
                ("UPDATE ruling SET day = '2027-01-01'", .index(table: "ruling"), nil),
                ("UPDATE decision SET verdict = 'clear' WHERE number = 4", .index(table: "decision"), 4),
                ("DELETE FROM finding WHERE decision = 6", .index(table: "finding"), 6),
                ("INSERT INTO policy VALUES (7, 1)", .index(table: "policy"), 7),
                (
                    "INSERT INTO decision_name (decision_name, rowid, pairs) VALUES ('delete', 1, '\(NamePairs.kept("甲"))')",
                    .index(table: "decision_name"), 1
                ),
            ] as [(String, LogFault.Kind, Int?)]
        )
        func tampered(sql: String, kind: LogFault.Kind, entry: Int?) async throws {
            let (log, _) = try await Self.sample()
            try log.tamper(Self.unguarded + sql + Self.guarded)
            let result = try await log.open(.reading).verify()
            #expect(result.fault == LogFault(entry: entry, kind: kind))
        }

        @Test("entries can't be changed or removed by mistake, and missing guards are found")
        func guards() async throws {
            let (log, _) = try await Self.sample()
            for sql in [
                "DELETE FROM entry WHERE number = 6", "UPDATE entry SET content = '{}' WHERE number = 1",
                "INSERT INTO entry VALUES (9, '{}', zeroblob(32))",
            ] {
                #expect(throws: (any Error).self) { try log.tamper(sql) }
            }
            #expect(try await log.open(.reading).verify().fault == nil)
            try log.tamper("DROP TRIGGER entry_stays")
            let fault = try await log.open(.reading).verify().fault
            #expect(fault?.kind == .schema(name: "entry_stays"))
        }

        @Test("a cut end with a mended head, and a log written anew, are told only by the head that was written down")
        func rewritten() async throws {
            let (log, head) = try await Self.sample()
            try log.tamper(
                Self.unguarded + """
                    DELETE FROM finding WHERE decision = 6; DELETE FROM decision WHERE number = 6;
                    INSERT INTO decision_name (decision_name, rowid, pairs) VALUES ('delete', 6, '\(NamePairs.kept("戊"))');
                    DELETE FROM entry WHERE number = 6;
                    UPDATE head SET number = 5, hash = (SELECT hash FROM entry WHERE number = 5)
                    """ + Self.guarded
            )
            #expect(try await log.open(.reading).verify().fault == nil)
            #expect(try await log.open(.reading).verify(expecting: head).fault?.kind == .shorter(than: head))
            // Made long enough again, with another last entry.
            _ = try await log.open().append(.sample("别人"))
            let fault = try await log.open(.reading).verify(expecting: head).fault
            #expect(fault == LogFault(entry: 6, kind: .rewritten(expected: head)))
            #expect(fault?.message.zh == "第6条与记下的链尾不符：记录被整体重写")
        }

        @Test("an export can be checked by a short program of somebody else's")
        func export() async throws {
            let python = "/usr/bin/python3"
            guard FileManager.default.isExecutableFile(atPath: python) else {
                print("skipped: there is no python3")
                return
            }
            let (log, head) = try await Self.sample()
            let entries = try await log.open(.reading).entries(after: 0)
            let lines = entries.map(\.line).joined()
            #expect(try Self.check(lines, in: log, with: python) == "\(head)\n")
            let changed = lines.replacing("丙", with: "丁")
            #expect(try Self.check(changed, in: log, with: python) == "entry 3 was changed\n")
            // Pages are the same as the whole.
            let store = try log.open(.reading)
            let pages = try await store.entries(after: 0, limit: 4) + store.entries(after: 4, limit: 4)
            #expect(pages == entries)
            for entry in entries { #expect(try entry.cells().count == KeptEntry.header.count) }
        }

        private static func check(_ export: String, in log: SampleLog, with python: String) throws -> String {
            let script = """
                import hashlib, json, sys
                number, hash = 0, bytes(32)
                for line in open(sys.argv[1], 'rb'):
                    entry = line.rstrip(b'\\n')[83:-1]
                    hash = hashlib.sha256(b'hegui/log/1\\n' + hash + len(entry).to_bytes(8, 'big') + entry).digest()
                    number += 1
                    assert json.loads(entry)['number'] == number
                    if hash.hex().encode() != line[9:73]:
                        print('entry', number, 'was changed')
                        break
                else:
                    print(f'{number}:{hash.hex()}')
                """
            try Data(script.utf8).write(to: URL(filePath: log.path("check.py")))
            try Data(export.utf8).write(to: URL(filePath: log.path("export.ndjson")))
            let process = Process()
            process.executableURL = URL(filePath: python)
            process.arguments = [log.path("check.py"), log.path("export.ndjson")]
            let pipe = Pipe()
            process.standardOutput = pipe
            try process.run()
            process.waitUntilExit()
            #expect(process.terminationStatus == 0)
            return String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        }
    }
#endif
