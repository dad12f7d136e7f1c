#if Service
    package import RecordModel
    package import RuleEngine

    /// A verdict on a record, to be kept.
    package struct NewDecision: Sendable {
        /// The verdict and what it rests on, as it will be kept.
        let content: DecisionContent

        /// When the verdict was given.
        let time: LogTime

        /// Who asked for it.
        let person: String

        let findings: String
        let released: String

        /// Creates a decision.
        ///
        /// - Parameters:
        ///   - record: The record; all of its fields are kept.
        ///   - place: Where it stood in a file, where it came from one.
        ///   - verdict: The verdict.
        ///   - findings: The findings as a JSON array, as `hegui check --format json` gives them, on one line.
        ///   - released: The same of what was released.
        ///   - pack: The rules that gave the verdict.
        ///   - noticeDigest: The SHA-256 of the notice's text, as `sha256:…`.
        ///   - engine: The version of the program.
        ///   - person: Who asked for the verdict.
        ///   - time: When it was given.
        package init(
            _ record: Record,
            at place: DecisionPlace? = nil,
            _ verdict: Verdict,
            findings: String,
            released: String = "[]",
            pack: CompiledRulePack,
            noticeDigest: String,
            engine: String,
            by person: String,
            at time: LogTime = .now()
        ) {
            content = DecisionContent(
                fingerprint: RecordFingerprint(record).description,
                record: KeptRecord(record),
                place: place,
                verdict: verdict.level,
                grounds: Ground.grounds(of: verdict, in: pack),
                pack: PackReference(id: pack.id, version: pack.version, digest: pack.digest),
                noticeDigest: noticeDigest,
                engine: engine
            )
            self.findings = findings
            self.released = released
            self.person = person
            self.time = time
        }

        /// Creates a decision from what is kept of it.
        init(content: DecisionContent, findings: String, released: String, by person: String, at time: LogTime) {
            self.content = content
            self.findings = findings
            self.released = released
            self.person = person
            self.time = time
        }
    }

    /// Where a record stood in a file.
    package struct DecisionPlace: Sendable, Hashable, Codable {
        /// The name of the file.
        package let file: String?

        /// The sheet, where a workbook has more than one.
        package let sheet: String?

        /// The number of the row, counted from 1.
        package let row: Int

        /// Creates a place.
        package init(file: String?, sheet: String? = nil, row: Int) {
            self.file = file
            self.sheet = sheet
            self.row = row
        }
    }

    /// Which rules gave a verdict.
    package struct PackReference: Sendable, Hashable, Codable {
        /// The pack's id, such as `yinfa-2026-42`.
        package let id: String

        /// The version that its authors gave it.
        package let version: String

        /// The SHA-256 of its content, `sha256:…`.
        package let digest: String
    }

    /// A decision as it is kept.
    package struct Decision: Sendable, Hashable, Identifiable {
        /// Twelve letters and digits that name the decision, and say nothing of how many there are.
        package let id: String

        /// The number of the entry in the log, counted from 1; not for viewers, who could tell from a gap that a report was made.
        package let number: Int

        /// When the verdict was given.
        package let time: LogTime

        /// Who asked for it.
        package let person: String

        /// The record.
        package let record: Record

        /// Where it stood in a file.
        package let place: DecisionPlace?

        /// What tells the record from others.
        package let fingerprint: RecordFingerprint

        /// What the verdict came to.
        package let verdict: Verdict.Level

        /// The findings as a JSON array on one line.
        package let findings: String

        /// What was released, as a JSON array on one line.
        package let released: String

        /// What the findings rest on, by rule.
        package let grounds: [Ground]

        /// The rules that gave the verdict.
        package let pack: PackReference

        /// The SHA-256 of the notice's text.
        package let noticeDigest: String

        /// The version of the program.
        package let engine: String
    }
#endif
