import DocumentReading
import Fuzzing
import LegalText
import NoticeModel
import NoticeParsing

/// Feeds documents to the reader and the parser until one of them fails.
@main
struct FuzzNotices {
    static func main() {
        Fuzzer.run { fuzzNotices($0, $1) }
    }
}

/// What libFuzzer calls with one input after another: reads it, parses it, and checks what must hold of any notice.
private func fuzzNotices(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let bytes = Array(UnsafeBufferPointer(start: start, count: count))
    guard let document = try? DocumentReader().read(bytes) else { return 0 }
    let notice = NoticeParser().parse(document)
    NoticeInvariants(notice).check()
    return 0
}

/// What holds of every notice, whatever the text. A fault ends the program, which is how libFuzzer hears of it.
private struct NoticeInvariants {
    private let notice: Notice

    init(_ notice: Notice) {
        self.notice = notice
    }

    func check() {
        checkLeaves()
        checkSpans()
        checkAddresses()
    }

    /// Leaves are in order, don't overlap, and leave only blanks out.
    private func checkLeaves() {
        let bytes = Array(notice.source.string.utf8)
        var end = 0
        for leaf in notice.leaves {
            precondition(!leaf.span.isEmpty, "a leaf is empty")
            precondition(leaf.span.start >= end, "leaves overlap")
            checkBlank(bytes[end..<leaf.span.start])
            end = leaf.span.end
        }
        precondition(end <= bytes.count, "a leaf ends behind the text")
        checkBlank(bytes[end...])
    }

    private func checkBlank(_ gap: ArraySlice<UInt8>) {
        guard !gap.isEmpty else { return }
        let isBlank = String(decoding: gap, as: UTF8.self).unicodeScalars.allSatisfy { scalar in
            scalar.properties.isWhitespace || ["\u{200B}", "\u{2060}", "\u{FEFF}"].contains(scalar)
        }
        precondition(isBlank, "no leaf holds words of the source")
    }

    /// What is a part of something lies in it.
    private func checkSpans() {
        for article in notice.articles {
            precondition(article.span.end <= notice.source.count, "an article ends behind the text")
            for norm in article.norms {
                precondition(article.span.contains(norm.span), "a norm lies outside of its article")
                precondition(norm.cue.map(norm.span.contains) ?? true, "a norm doesn't hold its cue")
            }
            for paragraph in article.paragraphs {
                precondition(article.span.contains(paragraph.fullSpan), "a paragraph lies outside of its article")
            }
        }
    }

    /// No two provisions have one address.
    private func checkAddresses() {
        let ids =
            notice.sections.map(\.id) + notice.articles.map(\.id) + notice.articles.flatMap(\.norms).map(\.id)
            + notice.looseNorms.map(\.id)
        precondition(Set(ids).count == ids.count, "two provisions have one address")
    }
}
