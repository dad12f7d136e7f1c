import LegalText
import Testing

@Suite("Line numbers")
struct LineIndexTests {
    @Test(
        "counts lines at LF, CR and CRLF alike",
        arguments: ["一\n二\n三", "一\r二\r三", "一\r\n二\r\n三"]
    )
    func lineEndings(sample: String) {
        let index = LineIndex(SourceText(sample))
        let offsets = ["一", "二", "三"].compactMap { sample.utf8Offset(of: $0) }
        #expect(offsets.map(index.line) == [1, 2, 3])
        #expect(offsets.map(index.column) == [1, 1, 1])
    }

    @Test("counts columns in bytes")
    func columns() {
        let index = LineIndex(SourceText("ab\n虚拟x"))
        #expect(index.column(at: 3 + 6) == 7)
    }
}

extension String {
    fileprivate func utf8Offset(of needle: Unicode.Scalar) -> Int? {
        unicodeScalars.firstIndex(of: needle).map { utf8.distance(from: startIndex, to: $0) }
    }
}
