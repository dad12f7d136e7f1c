import ArgumentParser
import Foundation
import LegalText
import Reporting

#if Service
    import DecisionLog
#endif

extension Hegui {
    /// Says what is installed, and what is wrong with it.
    struct Doctor: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Say what is installed and used, whether it holds, and what is out of date.",
            discussion: """
                Looks at the program and its libraries, the configuration, the data folder and by which rule it was found, every \
                rule pack (that it loads, that its quotes stand in the notices, its sentinels, its signature, lint), every text \
                (its digest and age), the folding tables, and the decision log (its whole chain).

                Exits with 0 when nothing is wrong, 1 when something is, 2 when it could not run.

                Example:
                  hegui doctor
                  hegui doctor --store /var/lib/hegui --format json
                """
        )

        /// The formats of the report.
        enum Format: String, CaseIterable, ExpressibleByArgument {
            case text, json
        }

        @Option(
            help: ArgumentHelp(
                "The folder of the decision log; by default the one that the configuration names.",
                valueName: "folder"
            )
        )
        var store: String?

        @Option(help: "text or json.")
        var format = Format.text

        @Option(help: "The language of text: zh or en. JSON is always in both.")
        var lang = LocalizedText.Language.zh

        @OptionGroup var data: DataOptions

        func run() async throws {
            var report = DoctorReport()
            let configuration = configuration(&report)
            report.configuration = configuration.path
            do throws(CommandFailure) {
                DataInspection(folder: try data.folder(configuration), configuration: configuration).add(to: &report)
            } catch {
                report.note(
                    "data",
                    .error,
                    zh: "数据不能用：\(error.message)",
                    en: "the data can't be used: \(error.message)"
                )
            }
            #if Service
                await look(at: store, configuration, &report)
            #endif
            let text = format == .json ? report.json.indented + "\n" : report.text(in: lang)
            try ResultOutput.standard.write(text)
            if report.isWrong { throw ExitStatus.found }
        }

        /// The configuration, or what the options say where the file can't be used.
        private func configuration(_ report: inout DoctorReport) -> Configuration {
            do throws(CommandFailure) {
                return try data.configuration()
            } catch {
                report.note(
                    "configuration",
                    .error,
                    zh: "配置文件不能用：\(error.message)",
                    en: "the configuration file can't be used: \(error.message)"
                )
                var configuration = Configuration()
                configuration.override(Settings.requireSigned, data.requireSigned)
                configuration.override(Settings.trustedKeys, data.trustedKeys)
                return configuration
            }
        }

        #if Service
            /// Looks at the log in `folder`, or else in the one that the configuration names, where there is one by now.
            private func look(
                at folder: String?,
                _ configuration: Configuration,
                _ report: inout DoctorReport
            ) async {
                guard let folder = folder ?? configuration[ServiceSetting.store] else { return }
                let path = DecisionStore.file(in: folder)
                if store == nil, !FileManager.default.fileExists(atPath: path) {
                    report.note(
                        "no-log",
                        .note,
                        zh: "还没有决定日志 \(path)：hegui serve 首次启动时新建",
                        en: "there is no decision log \(path) yet: the first start of 'hegui serve' makes it"
                    )
                    return
                }
                do {
                    let log = try DecisionStore(folder: folder, .reading)
                    let facts = try await log.facts()
                    let result = try await log.verify()
                    report.store = DoctorReport.StoreState(
                        path: path,
                        schema: facts.schema,
                        bytes: facts.bytes,
                        entries: result.head.number,
                        head: "\(result.head)",
                        isWhole: result.fault == nil
                    )
                    guard let fault = result.fault else { return }
                    report.note(
                        "log",
                        .error,
                        zh: "决定日志不完好：\(fault.message.zh)",
                        en: "the decision log isn't whole: \(fault.message.en)"
                    )
                } catch {
                    report.note(
                        "log",
                        .error,
                        zh: "决定日志 \(path) 不能读取：\(error)",
                        en: "the decision log \(path) can't be read: \(error)"
                    )
                }
            }
        #endif
    }
}
