internal import LegalText
internal import RecordModel

extension CompiledRulePack {
    /// The trade name (字号) in a registered name, or `nil` where it can't be told from the rest.
    package func tradeName(in name: String, scratch: inout EvaluationScratch) -> String? {
        let reading = RecordReading(Record(name: name), lexicon: lexicon, scratch: &scratch.matching)
        guard let field = reading.readings.first else { return nil }
        let parts = CompanyNameReader(field, lexicon: lexicon).name().parts
        return parts.first { $0.kind == .tradeName }.map {
            String(decoding: Array(name.utf8)[$0.span.range], as: UTF8.self)
        }
    }

    /// Whether the sample of a case comes out as the case says, as it stands.
    package func holds(_ one: RuleCase, scratch: inout EvaluationScratch) -> Bool {
        RuleTester.failure(of: one, verdict(on: one.record, scratch: &scratch)) == nil
    }
}
