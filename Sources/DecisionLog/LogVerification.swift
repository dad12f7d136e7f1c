#if Service
    package import LegalText

    /// What a log that was verified came to.
    package struct LogVerification: Sendable, Hashable {
        /// The end of the log as far as it holds: to be written down, so that a later verification can tell that nothing before it
        /// was taken away.
        package let head: LogHead

        /// The first thing that is wrong, or `nil` where nothing is.
        package let fault: LogFault?
    }

    /// The first thing that is wrong with a log.
    package struct LogFault: Sendable, Hashable {
        /// The number of the entry, or `nil` where no one entry is meant.
        package let entry: Int?

        /// What is wrong.
        package let kind: Kind

        /// What can be wrong.
        package enum Kind: Sendable, Hashable {
            /// The entry isn't there, though later ones are.
            case missing
            /// The entry, its hash or one before it was changed, or entries changed places.
            case changed
            /// The entry can't be read, or says that it is another one.
            case unreadable
            /// The log ends before the entry that its head names.
            case cut(at: Int)
            /// The head names another end than the entries have.
            case headChanged
            /// The log is shorter than the head that was written down.
            case shorter(than: LogHead)
            /// The entry that was written down has another hash now: everything was made anew.
            case rewritten(expected: LogHead)
            /// What queries read isn't what the entries say; the table.
            case index(table: String)
            /// The guards that keep entries from being changed aren't what they were; the name.
            case schema(name: String)
            /// SQLite finds the file damaged.
            case file(String)
        }

        /// What is wrong, in one sentence.
        package var message: LocalizedText {
            let number = entry.map(String.init) ?? ""
            return switch kind {
            case .missing: LocalizedText(zh: "第\(number)条不见了", en: "entry \(number) is missing")
            case .changed:
                LocalizedText(
                    zh: "第\(number)条被改动、调换，或其前有增删",
                    en: "entry \(number) was changed or moved, or something before it was added or taken away"
                )
            case .unreadable: LocalizedText(zh: "第\(number)条无法读取", en: "entry \(number) can't be read")
            case .cut(let last):
                LocalizedText(
                    zh: "应有\(number)条，只到第\(last)条：末尾被删",
                    en: "there should be \(number) entries and the last is \(last): the end was cut off"
                )
            case .headChanged:
                LocalizedText(zh: "链尾与各条不符", en: "the head isn't that of the entries")
            case .shorter(let head):
                LocalizedText(
                    zh: "比记下的链尾短：应至少有\(head.number)条",
                    en: "shorter than the head that was written down: there should be at least \(head.number) entries"
                )
            case .rewritten(let head):
                LocalizedText(
                    zh: "第\(head.number)条与记下的链尾不符：记录被整体重写",
                    en: "entry \(head.number) isn't the one that was written down: the log was written anew"
                )
            case .index(let table):
                LocalizedText(
                    zh: "查询表“\(table)”与记录不符\(entry.map { "（自第\($0)条起）" } ?? "")",
                    en: "the table '\(table)' that queries read isn't what the entries say"
                        + (entry.map { ", from entry \($0) on" } ?? "")
                )
            case .schema(let name):
                LocalizedText(zh: "表或触发器“\(name)”被改动", en: "the table or guard '\(name)' was changed")
            case .file(let what): LocalizedText(zh: "文件已损坏：\(what)", en: "the file is damaged: \(what)")
            }
        }
    }
#endif
