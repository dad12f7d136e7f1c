#if Service
    internal import GRDB

    /// The tables of the log.
    ///
    /// `entry` is the log. All other tables are made of it, in the order of its entries, by ``EntryIndex``; `head` stands apart
    /// from both, so that entries that were cut off at the end are missed.
    enum StoreSchema {
        static let migrator: DatabaseMigrator = {
            var migrator = DatabaseMigrator()
            migrator.registerMigration("1-log") { database in
                try database.execute(sql: log)
                try database.execute(sql: index)
            }
            migrator.registerMigration("2-names") { database in
                try database.execute(sql: names)
                let rows = try Row.fetchCursor(database, sql: "SELECT number, name FROM decision ORDER BY number")
                while let row = try rows.next() { try NamePairs.add(row[1], of: row[0], to: database) }
            }
            return migrator
        }()

        /// The names, to be searched: see ``NamePairs``. `decision_pair` shows what the table holds.
        private static let names = """
            CREATE VIRTUAL TABLE decision_name USING fts5(pairs, content = '', tokenize = 'ascii');
            CREATE VIRTUAL TABLE decision_pair USING fts5vocab('decision_name', 'instance');
            """

        private static let log = """
            CREATE TABLE entry (
                number INTEGER PRIMARY KEY CHECK (number > 0),
                content TEXT NOT NULL,
                hash BLOB NOT NULL CHECK (length(hash) = 32)
            ) STRICT;
            CREATE TRIGGER entry_stays BEFORE DELETE ON entry BEGIN
                SELECT RAISE(ABORT, 'the log is append-only');
            END;
            CREATE TRIGGER entry_is_final BEFORE UPDATE ON entry BEGIN
                SELECT RAISE(ABORT, 'the log is append-only');
            END;
            CREATE TRIGGER entry_is_next BEFORE INSERT ON entry
            WHEN NEW.number <> (SELECT number + 1 FROM head) BEGIN
                SELECT RAISE(ABORT, 'the log is append-only');
            END;
            CREATE TABLE head (
                one INTEGER PRIMARY KEY CHECK (one = 1),
                number INTEGER NOT NULL,
                hash BLOB NOT NULL CHECK (length(hash) = 32)
            ) STRICT;
            INSERT INTO head VALUES (1, 0, zeroblob(32));
            """

        /// What is made of the entries: see ``EntryIndex``.
        static let index = """
            CREATE TABLE decision (
                number INTEGER PRIMARY KEY,
                id TEXT NOT NULL UNIQUE,
                time INTEGER NOT NULL,
                person TEXT NOT NULL,
                fingerprint TEXT NOT NULL,
                record TEXT,
                name TEXT NOT NULL,
                verdict TEXT NOT NULL,
                pack TEXT NOT NULL,
                superseded INTEGER REFERENCES decision,
                reports INTEGER NOT NULL DEFAULT 0
            ) STRICT;
            CREATE INDEX decision_time ON decision (time);
            CREATE INDEX decision_person ON decision (person, number);
            CREATE INDEX decision_fingerprint ON decision (fingerprint, pack, number);
            CREATE INDEX decision_record ON decision (record, number) WHERE record IS NOT NULL;
            CREATE INDEX decision_verdict ON decision (verdict, number);
            CREATE INDEX decision_reports ON decision (number) WHERE reports > 0;
            CREATE TABLE disposition (
                number INTEGER PRIMARY KEY,
                id TEXT NOT NULL UNIQUE,
                decision INTEGER NOT NULL REFERENCES decision,
                kind TEXT NOT NULL,
                answer INTEGER
            ) STRICT;
            CREATE INDEX disposition_decision ON disposition (decision);
            CREATE TABLE ruling (
                fingerprint TEXT NOT NULL,
                rule TEXT NOT NULL,
                disposition INTEGER NOT NULL REFERENCES disposition,
                state TEXT NOT NULL,
                day TEXT,
                verdict TEXT NOT NULL,
                clause TEXT NOT NULL,
                definition TEXT NOT NULL,
                words TEXT NOT NULL,
                why TEXT,
                PRIMARY KEY (fingerprint, rule)
            ) STRICT, WITHOUT ROWID;
            CREATE TABLE finding (
                decision INTEGER NOT NULL REFERENCES decision,
                rule TEXT NOT NULL,
                article TEXT NOT NULL,
                verdict TEXT NOT NULL,
                clause TEXT NOT NULL,
                definition TEXT NOT NULL,
                words TEXT NOT NULL,
                state TEXT NOT NULL,
                day TEXT,
                PRIMARY KEY (decision, rule)
            ) STRICT, WITHOUT ROWID;
            CREATE TABLE policy (
                number INTEGER PRIMARY KEY,
                needs_second_person INTEGER NOT NULL
            ) STRICT;
            CREATE INDEX finding_rule ON finding (rule, decision);
            CREATE INDEX finding_article ON finding (article, decision);
            CREATE INDEX finding_state ON finding (state, decision, rule, day, clause, definition);
            """
    }
#endif
