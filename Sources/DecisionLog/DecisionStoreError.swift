#if Service
    package import LegalText

    /// Why the log couldn't be opened, read or written, or didn't take what it was given.
    package struct DecisionStoreError: Error, Sendable, Hashable {
        /// What went wrong.
        package let reason: Reason

        /// The file or folder that it concerns, or `nil` where it concerns what was asked.
        package let path: String?

        /// Creates an error.
        package init(_ reason: Reason, path: String? = nil) {
            self.reason = reason
            self.path = path
        }

        /// What can go wrong.
        package enum Reason: Sendable, Hashable {
            // Of the store.
            /// There is no such folder, or no log in it.
            case missing
            /// The file is no log, or was damaged.
            case corrupt(String)
            /// A later version of the program wrote the log; the migrations that aren't known here.
            case newer([String])
            /// The disk or the file can't be written to.
            case readOnly
            /// The disk is full.
            case full
            /// Another process kept the log to itself for longer than was waited.
            case busy
            /// Anything else that the system or SQLite says.
            case failed(String)
            /// Something is already there that would be overwritten.
            case exists
            /// A log that was to be restored doesn't verify; where it is broken.
            case unverified(String)

            // Of what was asked.
            /// There is no decision or disposition of this id.
            case unknown(String)
            /// What was given isn't what it must be; the name of the field, and what was expected.
            case invalid(field: String, expected: LocalizedText)
            /// The decision has no finding of this rule.
            case noFinding(rule: String)
            /// The decision has no finding at all.
            case nothingFound
            /// A prohibition can't be waived; it gets a day for rectification. The rules that found one.
            case waiverOfProhibition([String])
            /// A later decision on the same record found something else; its id.
            case superseded(by: String)
            /// The record that was put right has the same finding; its rule.
            case stillFound(rule: String)
            /// The record that was put right is the same as before.
            case sameRecord
            /// The release has been answered, needs no answer, or no longer counts.
            case nothingToAnswer
            /// Whoever asked for a release can't approve it.
            case samePerson
            /// Viewers aren't told what was reported.
            case officersOnly
        }
    }

    extension DecisionStoreError {
        /// A stable name, `log/…`, that tools may rely on.
        package var id: String {
            switch reason {
            case .missing: "log/missing"
            case .corrupt: "log/corrupt"
            case .newer: "log/newer"
            case .readOnly: "log/read-only"
            case .full: "log/disk-full"
            case .busy: "log/busy"
            case .failed: "log/failed"
            case .exists: "log/exists"
            case .unverified: "log/unverified"
            case .unknown: "log/unknown"
            case .invalid: "log/invalid"
            case .noFinding: "log/no-finding"
            case .nothingFound: "log/nothing-found"
            case .waiverOfProhibition: "log/waiver-of-prohibition"
            case .superseded: "log/superseded"
            case .stillFound: "log/still-found"
            case .sameRecord: "log/same-record"
            case .nothingToAnswer: "log/nothing-to-answer"
            case .samePerson: "log/same-person"
            case .officersOnly: "log/officers-only"
            }
        }

        /// Whether the store is at fault, and not what was asked of it.
        package var isOfStore: Bool {
            switch reason {
            case .missing, .corrupt, .newer, .readOnly, .full, .busy, .failed, .exists, .unverified: true
            case .unknown, .invalid, .noFinding, .nothingFound, .waiverOfProhibition, .superseded, .stillFound,
                .sameRecord,
                .nothingToAnswer, .samePerson, .officersOnly:
                false
            }
        }

        /// What went wrong, without the path.
        package var message: LocalizedText {
            switch reason {
            case .missing:
                LocalizedText(zh: "这里没有决定记录", en: "there is no decision log here")
            case .corrupt(let what):
                LocalizedText(
                    zh: "不是决定记录，或文件已损坏（\(what)）；请用备份恢复：hegui log restore",
                    en: "not a decision log, or damaged (\(what)); restore a backup with 'hegui log restore'"
                )
            case .newer(let names):
                LocalizedText(
                    zh: "由更新版本的 hegui 写成（\(names.joined(separator: ", "))）；请升级程序，文件未改动",
                    en:
                        "written by a newer hegui (\(names.joined(separator: ", "))); update the program; nothing was changed"
                )
            case .readOnly:
                LocalizedText(
                    zh: "磁盘或文件只读，未写入任何内容；要读只读盘上的记录，请先用 hegui log restore 复制到别处",
                    en: "the disk or the file is read-only; nothing was written; to read a log on such a disk, copy it "
                        + "elsewhere with 'hegui log restore'"
                )
            case .full:
                LocalizedText(zh: "磁盘已满，未写入任何内容", en: "the disk is full; nothing was written")
            case .busy:
                LocalizedText(zh: "正被另一进程占用，请稍后再试", en: "in use by another process; try again later")
            case .failed(let what):
                LocalizedText(zh: "无法读写：\(what)", en: "can't be read or written: \(what)")
            case .exists:
                LocalizedText(zh: "已经存在，不会覆盖", en: "is already there and won't be overwritten")
            case .unverified(let what):
                LocalizedText(zh: "校验不通过：\(what)", en: "doesn't verify: \(what)")
            case .unknown(let id):
                LocalizedText(zh: "没有编号为“\(id)”的决定或处置", en: "there is no decision or disposition '\(id)'")
            case .invalid(let field, let expected):
                LocalizedText(zh: "\(field)：应为\(expected.zh)", en: "\(field): expected \(expected.en)")
            case .noFinding(let rule):
                LocalizedText(zh: "该决定没有规则“\(rule)”的命中", en: "the decision has no finding of the rule '\(rule)'")
            case .nothingFound:
                LocalizedText(zh: "该决定没有命中，无可处置", en: "the decision has no finding to dispose of")
            case .waiverOfProhibition(let rules):
                LocalizedText(
                    zh: "命中禁止性规定的不得暂缓，应定整改期限（rectification-due）：\(rules.joined(separator: "、"))",
                    en: "a prohibition can't be waived; give a day for rectification (rectification-due): "
                        + rules.joined(separator: ", ")
                )
            case .superseded(let id):
                LocalizedText(
                    zh: "同一记录已有更新的决定“\(id)”，命中不同，请处置该决定",
                    en: "a later decision on the same record, '\(id)', found something else; dispose of that one"
                )
            case .stillFound(let rule):
                LocalizedText(
                    zh: "整改后的记录仍命中规则“\(rule)”",
                    en: "the record that was put right is still found by '\(rule)'"
                )
            case .sameRecord:
                LocalizedText(zh: "整改后的记录与原记录相同", en: "the record that was put right is the same as before")
            case .nothingToAnswer:
                LocalizedText(zh: "该处置不在等待复核", en: "the disposition isn't waiting for a second person")
            case .samePerson:
                LocalizedText(zh: "复核人不得是提出人", en: "whoever asked for a release can't approve it")
            case .officersOnly:
                LocalizedText(zh: "报告情况仅合规人员可见", en: "what was reported is for officers only")
            }
        }
    }

    extension DecisionStoreError: CustomStringConvertible {
        /// The path, the id and the message in both languages, as commands print it.
        package var description: String {
            let place = path.map { "\($0): " } ?? ""
            return "\(place)error[\(id)]: \(message.en) / \(message.zh)"
        }
    }
#endif
