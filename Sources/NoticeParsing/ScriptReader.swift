import LegalText
import NoticeModel

/// Tells the language and script of a text.
enum ScriptReader {
    /// The script of the paragraphs in `blocks`; of a long text, the beginning is read.
    static func script(of text: BlockText, _ blocks: some Sequence<Int>) -> Script {
        var han = 0
        var latin = 0
        var traditional = 0
        var simplified = 0
        var read = 0
        for block in blocks {
            let span = text.spans[block]
            let words = String(decoding: text.bytes[span.start..<min(span.end, span.start + 4000)], as: UTF8.self)
            for scalar in words.unicodeScalars {
                if Line.isHan(scalar.value) {
                    han += 1
                    if GrammarFold.isTraditional(scalar.value) {
                        traditional += 1
                    } else if GrammarFold.isSimplified(scalar.value) {
                        simplified += 1
                    }
                } else if Line.isLatin(scalar.value) {
                    latin += 1
                }
            }
            read += span.count
            if read > 60_000 { break }
        }
        // A Chinese character says about as much as four letters.
        guard han * 4 > latin else { return .english }
        return traditional > simplified ? .traditionalChinese : .simplifiedChinese
    }
}
