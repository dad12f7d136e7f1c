import Foundation
import Glibc
import LegalText
import NoticeCorpus
import NoticeModel
import Reporting
import RuleEngine

/// Looks at rules and notices.
struct DataInspection {
    let folder: DataFolder
    let configuration: Configuration

    /// After how many days a text should be compared again with where it came from.
    private static let freshDays = 365

    /// Adds what is there, and what is wrong with it, to `report`.
    func add(to report: inout DoctorReport) {
        report.data = DoctorReport.DataFacts(
            folder: folder.absolutePath,
            origin: folder.origin,
            trusted: folder.trust?.keyIDs
        )
        let corpus: NoticeCorpus
        do throws(CommandFailure) {
            corpus = try folder.corpus()
        } catch {
            report.note(
                "corpus",
                .error,
                zh: "通知不能用：\(error.message)",
                en: "the notices can't be used: \(error.message)"
            )
            return
        }
        let today = Self.today
        addTexts(of: corpus, today: today, to: &report)
        addPacks(corpus, today: today, to: &report)
        addTables(to: &report)
        addLint(corpus, to: &report)
    }

    /// The day in China.
    private static var today: LegalDate? {
        var seconds = time(nil) + 8 * 3600
        var parts = tm()
        gmtime_r(&seconds, &parts)
        return LegalDate(year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday))
    }
}

// MARK: - Notices

extension DataInspection {
    private func addTexts(of corpus: NoticeCorpus, today: LegalDate?, to report: inout DoctorReport) {
        for entry in corpus.entries {
            for (language, text) in entry.texts.sorted(by: { $0.key.rawValue > $1.key.rawValue }) {
                let path = corpus.folder.appending(path: "notices/\(entry.id)/\(text.file)")
                    .path(percentEncoded: false)
                guard let digest = try? FileDigest(path: path).sha256 else {
                    report.note("text", .error, zh: "\(path) 不能读取", en: "\(path) can't be read")
                    continue
                }
                let holds = text.sha256.map { $0 == digest }
                report.data?.texts.append(
                    DoctorReport.TextFacts(
                        notice: entry.id,
                        language: language,
                        sha256: digest,
                        holds: holds,
                        status: text.status.rawValue,
                        retrieved: text.retrieved
                    )
                )
                let name = "\(entry.id)/\(language.rawValue)"
                if holds == false {
                    report.note(
                        "text-changed",
                        .error,
                        zh: "\(name) 的文本与 meta.yaml 所记的 sha256 不符：文本被改动，或 meta.yaml 未更新",
                        en: "the text \(name) isn't the one whose sha256 meta.yaml gives: it was changed, or "
                            + "meta.yaml wasn't"
                    )
                }
                if let retrieved = text.retrieved, let today, Self.days(from: retrieved, to: today) > Self.freshDays {
                    report.note(
                        "text-old",
                        .warning,
                        zh: "\(name) 最近一次核对于 \(retrieved)，已超过一年：应与来源重新核对",
                        en: "the text \(name) was last compared with its source on \(retrieved), over a year ago"
                    )
                }
            }
        }
    }

    /// The days from one date to another, to within two.
    private static func days(from start: LegalDate, to end: LegalDate) -> Int {
        (end.year - start.year) * 365 + (end.month - start.month) * 30 + (end.day - start.day)
    }
}

// MARK: - Rules

extension DataInspection {
    private func addPacks(_ corpus: NoticeCorpus, today: LegalDate?, to report: inout DoctorReport) {
        // As the files are, whoever signed them.
        let rules = RuleFolder(rules: folder.rules, corpus: corpus)
        let inForce = Set(today.map { corpus.inForce(on: $0).map(\.id) } ?? [])
        let trust = folder.trust ?? (try? DataOptions.keys(configuration)) ?? PackTrust([])
        for id in rules.packIDs {
            do throws(RulePackError) {
                let pack = try rules.contents(of: id).pack
                let state = rules.signatureState(of: id, version: pack.version, digest: pack.digest, trust: trust)
                var facts = DoctorReport.PackFacts(
                    id: id,
                    version: pack.version,
                    digest: pack.digest,
                    rules: pack.rules.count,
                    sentinels: pack.sentinels.count,
                    isInForce: inForce.contains(pack.notice),
                    successor: pack.successor,
                    signature: signature(state, of: id, in: &report)
                )
                do throws(RulePackError) {
                    _ = try rules.pack(id)
                } catch {
                    facts.holds = false
                    report.note(
                        "pack",
                        .error,
                        zh: "规则包 \(id) 不能用：\(error)",
                        en: "the pack \(id) can't be used: \(error)"
                    )
                }
                report.data?.packs.append(facts)
            } catch {
                report.note("pack", .error, zh: "规则包 \(id) 不能用：\(error)", en: "the pack \(id) can't be used: \(error)")
            }
        }
        checkCurrent(corpus, rules.packIDs, inForce, to: &report)
    }

    /// Whether the pack that is used where none is named is that of a notice in force, and no notice in force lacks one.
    private func checkCurrent(
        _ corpus: NoticeCorpus,
        _ packs: [String],
        _ inForce: Set<String>,
        to report: inout DoctorReport
    ) {
        let current = folder.standardPack
        guard packs.contains(current) else {
            report.note(
                "no-current-pack",
                .error,
                zh: "没有默认使用的规则包 \(current)",
                en: "there is no pack '\(current)', which is used where none is named"
            )
            return
        }
        if corpus.entry(current) != nil, !inForce.contains(current) {
            report.note(
                "not-in-force",
                .warning,
                zh: "默认使用的规则包 \(current) 的通知今日并非现行",
                en: "the notice of '\(current)', which is used where none is named, isn't in force today"
            )
        }
        for id in inForce.subtracting(packs).sorted() {
            report.note(
                "no-rules",
                .warning,
                zh: "现行通知 \(id) 还没有规则：hegui rules draft \(id) 可起草",
                en: "the notice \(id) is in force and has no rules yet: 'hegui rules draft \(id)' makes their "
                    + "skeletons"
            )
        }
    }

    private func signature(
        _ state: RuleFolder.SignatureState,
        of id: String,
        in report: inout DoctorReport
    ) -> DoctorReport.Signature {
        let isRequired = folder.trust != nil
        switch state {
        case .trusted(let signature):
            return .trusted(key: signature.key)
        case .unsigned:
            if isRequired {
                report.note(
                    "unsigned",
                    .error,
                    zh: "规则包 \(id) 未签名，而只使用已签名的规则包",
                    en: "the pack \(id) isn't signed, and only signed packs are used"
                )
            }
            return .none
        case .untrusted(let signature):
            if isRequired {
                report.note(
                    "unknown-key",
                    .error,
                    zh: "规则包 \(id) 由不受信任的密钥 \(signature.key) 签名",
                    en: "the pack \(id) is signed with \(signature.key), which isn't a trusted key"
                )
            }
            return .untrusted(key: signature.key)
        case .wrong(let diagnostics):
            let reasons = diagnostics.map(\.description).joined(separator: "; ")
            report.note(
                "wrong-signature",
                .error,
                zh: "规则包 \(id) 与其签名不符：\(reasons)",
                en: "the pack \(id) isn't as it was signed: \(reasons)"
            )
            return .wrong
        }
    }

    private func addLint(_ corpus: NoticeCorpus, to report: inout DoctorReport) {
        let diagnostics = RuleFolder(rules: folder.rules, corpus: corpus).lint()
        let faults = diagnostics.filter { $0.severity > .note }
        guard let first = faults.first else { return }
        let counts = DiagnosticList.counts(faults)
        report.note(
            "lint",
            faults.contains { $0.severity == .error } ? .error : .warning,
            zh: "hegui rules lint 报告 \(counts)，首条为：\(first)",
            en: "'hegui rules lint' reports \(counts); the first is \(first)"
        )
    }
}

// MARK: - Folding tables

extension DataInspection {
    private func addTables(to report: inout DoctorReport) {
        let tables = folder.rules.appending(path: "lexicon/folding")
        let names = (try? FileManager.default.contentsOfDirectory(atPath: tables.path(percentEncoded: false))) ?? []
        for name in names.filter({ $0.hasSuffix(".tsv") }).sorted() {
            guard let text = try? String(contentsOf: tables.appending(path: name), encoding: .utf8) else { continue }
            let lines = text.split(separator: "\n")
            let version = lines.prefix { $0.hasPrefix("#") }.compactMap { line in
                line.firstMatch(of: /Unicode Character Database (\d+\.\d+)/).map { String($0.1) }
            }.first
            report.data?.tables.append(
                DoctorReport.TableFacts(
                    name: String(name.dropLast(4)),
                    rows: lines.count { !$0.hasPrefix("#") },
                    unicode: version
                )
            )
            guard let version, let known = Self.unicode, Self.isEarlier(version, than: known) else { continue }
            report.note(
                "folding-old",
                .note,
                zh: "折叠表 \(name) 出自 Unicode \(version)，本程序知道 \(known)：其后新增的字符不作折叠",
                en: "the folding table \(name) is from Unicode \(version) and the program knows \(known): "
                    + "characters added since "
                    + "aren't folded"
            )
        }
    }

    private static func isEarlier(_ version: String, than other: String) -> Bool {
        let parts = [version, other].map { $0.split(separator: ".").compactMap { Int($0) } }
        return parts[0].lexicographicallyPrecedes(parts[1])
    }

    /// The latest version of Unicode that Swift's library knows.
    private static var unicode: String? {
        // No version adds fewer than some neighbouring characters, so it is enough to look at every eighth.
        let latest = stride(from: UInt32(0), to: 0x32000, by: 8).compactMap { Unicode.Scalar($0)?.properties.age }
            .max { ($0.major, $0.minor) < ($1.major, $1.minor) }
        return latest.map { "\($0.major).\($0.minor)" }
    }
}
