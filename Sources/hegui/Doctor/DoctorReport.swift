import LegalText
import NoticeModel
import Reporting

/// What `hegui doctor` found: what is installed and used, and what is wrong with it.
struct DoctorReport {
    var program = ProgramFacts()
    var configuration: String?
    var data: DataFacts?
    var store: StoreState?
    var findings: [Finding] = []

    /// Something that is wrong or worth knowing.
    struct Finding {
        /// A stable name, `doctor/…`, that tools may rely on.
        let id: String
        let severity: Diagnostic.Severity
        let summary: LocalizedText
    }

    /// Rules and notices.
    struct DataFacts {
        let folder: String
        let origin: DataFolder.Origin
        /// The trusted keys where only signed packs are used.
        let trusted: [String]?
        var packs: [PackFacts] = []
        var texts: [TextFacts] = []
        var tables: [TableFacts] = []
    }

    /// A rule pack.
    struct PackFacts {
        let id: String
        let version: String
        let digest: String
        let rules: Int
        let sentinels: Int
        /// Whether its notice is in force today.
        let isInForce: Bool
        let successor: String?
        let signature: Signature
        /// Whether it loads, its quotes stand in the corpus and its sentinels come out as they must.
        var holds = true
    }

    /// How a pack is signed.
    enum Signature {
        case none
        case trusted(key: String)
        case untrusted(key: String)
        case wrong
    }

    /// A text of the corpus.
    struct TextFacts {
        let notice: String
        let language: LocalizedText.Language
        let sha256: String
        /// Whether the metadata name the digest that the file has; `nil` where they name none.
        let holds: Bool?
        let status: String
        let retrieved: LegalDate?
    }

    /// A folding table.
    struct TableFacts {
        let name: String
        let rows: Int
        /// The version of Unicode that it was made from, where its head says so.
        let unicode: String?
    }

    /// A decision log.
    struct StoreState {
        let path: String
        let schema: [String]
        let bytes: Int
        let entries: Int
        let head: String
        let isWhole: Bool
    }

    /// Notes something.
    mutating func note(_ id: String, _ severity: Diagnostic.Severity, zh: String, en: String) {
        findings.append(Finding(id: "doctor/\(id)", severity: severity, summary: LocalizedText(zh: zh, en: en)))
    }

    /// Whether anything is wrong, and not only worth knowing.
    var isWrong: Bool { findings.contains { $0.severity > .note } }
}
