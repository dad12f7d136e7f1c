import Foundation
import LegalText
import RecordModel
import Reporting
import RuleEngine
import Screening
import TestSupport
import Testing

@Suite("SARIF 2.1.0")
struct SARIFModelTests {
    @Test(
        "holds what the standard's object model has, and nothing else: members, types, words",
        .enabled(if: ObjectModel.python != nil, "python3 with the package pysarif isn't there"),
        .timeLimit(.minutes(15)),
        arguments: [LocalizedText.Language.zh, .en]
    )
    func model(language: LocalizedText.Language) throws {
        let options = ScreeningReportOptions(
            packs: [Sample.pack],
            language: language,
            usesColor: false,
            namesFiles: true,
            rules: [
                PackDescription.RuleDescription(
                    id: "yinfa-2026-42/registration-terms",
                    title: LocalizedText(zh: "所列字样", en: "named terms"),
                    ban: .term,
                    verdict: .prohibited,
                    basis: Sample.basis
                )
            ],
            version: "1.0.0"
        )
        for rows in [[], Sample.rows] {
            var writer = try #require(ScreeningFormat.sarif.writer(options))
            let opening = writer.opening()
            let body = writer.rows(rows, of: RowSource(file: "/甲 乙.xlsx", sheet: "一"))
            let log = opening + body + writer.closing(ScreeningSummary())
            #expect(try ObjectModel.problems(in: log) == "")
            // The check itself must see a fault.
            let broken = log.replacing("\"executionSuccessful\":true", with: "\"executionSuccessful\":1")
                .replacing("\"level\":\"error\"", with: "\"level\":\"fatal\"")
            #expect(try ObjectModel.problems(in: broken).contains("executionSuccessful: int, expected bool"))
            #expect(try ObjectModel.problems(in: broken).contains("level: 'fatal', expected one of"))
        }
    }
}

/// The object model of the standard's schema, where a Python with the package that was made from it is installed.
private enum ObjectModel {
    /// The interpreter that has it.
    static let python = Interpreter("sarif", importing: "pysarif")

    private static let script = #"""
        import dataclasses, json, sys, typing
        from pysarif import SarifLog

        def member(name):
            head, *rest = name.rstrip("_").split("_")
            return head + "".join(part.title() for part in rest)

        def problems(value, kind, place):
            origin, parts = typing.get_origin(kind), typing.get_args(kind)
            if origin is typing.Union:
                kinds = [part for part in parts if part is not type(None)]
                if value is None: return [f"{place}: null"]
                return min((problems(value, part, place) for part in kinds), key=len)
            if origin is typing.Literal:
                return [] if value in parts else [f"{place}: {value!r}, expected one of {parts}"]
            if origin is list:
                if not isinstance(value, list): return [f"{place}: no list"]
                return [p for n, item in enumerate(value) for p in problems(item, parts[0], f"{place}[{n}]")]
            if origin is dict or kind in (dict, typing.Any):
                return []
            if dataclasses.is_dataclass(kind):
                if not isinstance(value, dict): return [f"{place}: no object"]
                if kind.__name__ == "PropertyBag": return []
                types = typing.get_type_hints(kind)
                fields = {member(field.name): field for field in dataclasses.fields(kind)}
                found = [f"{place}.{key}: unknown" for key in value if key not in fields and key != "$schema"]
                for key, field in fields.items():
                    if key in value: found += problems(value[key], types[field.name], f"{place}.{key}")
                    elif field.default is dataclasses.MISSING and field.default_factory is dataclasses.MISSING:
                        found.append(f"{place}.{key}: missing")
                return found
            if kind is float and isinstance(value, int): return []
            if isinstance(kind, type) and (not isinstance(value, kind) or kind is int and isinstance(value, bool)):
                return [f"{place}: {type(value).__name__}, expected {kind.__name__}"]
            return []

        for name in sys.argv[1:]:
            for problem in problems(json.load(open(name, encoding="utf-8")), SarifLog, "log"): print(problem)
        """#

    /// What the model has to say about `log`, a line each; empty where it is valid.
    static func problems(in log: String) throws -> String {
        try #require(python).output(of: script, on: [log])
    }
}
