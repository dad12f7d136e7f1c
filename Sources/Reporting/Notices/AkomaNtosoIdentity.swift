import LegalText
import NoticeModel

/// What a notice is called in Akoma Ntoso: the kind of document and its addresses as work, expression and manifestation.
struct AkomaNtosoIdentity {
    /// The element that holds the document.
    ///
    /// `act` for a text whose articles are numbered 第N条 or "Article N", as laws, regulations and rules are; `doc` for
    /// notices and the like.
    let element: Element

    /// The kind of document in English, such as `notice` or `law`, from the last word of a Chinese title and the first
    /// one of an English title that names a kind; `document` where none does.
    let name: String

    /// The address of the work, whatever its language.
    let work: String

    /// The address of the text in its language.
    let expression: String

    /// The address of the XML document.
    let manifestation: String

    /// The document number by which the work is called.
    let number: String?

    /// The date of the document in the form `2026-02-06`, and what it is the date of.
    let date: (day: String, name: String)

    /// The language as ISO 639-2 has it.
    let language: String

    enum Element: String {
        case act
        case doc
    }

    init(_ notice: Notice, documentNumber: String?) {
        let header = notice.header
        element = notice.articles.contains { Self.isLegislative($0.label) } ? .act : .doc
        name = Self.kind(of: header.title?.text ?? "", isChinese: header.language.isChinese)
        number = documentNumber ?? header.documentNumber?.text
        language = header.language.isChinese ? "zho" : "eng"
        let numbered = number.flatMap(Self.yearAndName)
        if let printed = header.date ?? header.publishedDate {
            date = (printed.date.description, header.date == nil ? "publication" : "document")
        } else {
            // The schema demands a date; the first day of the calendar stands for none.
            date = ("0001-01-01", "unknown")
        }
        if let numbered {
            work = Self.work(element, numbered)
        } else {
            let title = Self.slug(header.title?.text ?? "untitled")
            work = "/akn/cn/\(element.rawValue)/\(date.name == "unknown" ? "undated" : date.day)/\(title)"
        }
        expression = "\(work)/\(language)@" + (date.name == "unknown" ? "" : date.day)
        manifestation = expression + ".xml"
    }

    /// The address of the document called `number`, or `nil` where that isn't a document number with a year.
    static func work(_ element: Element = .doc, calling number: String) -> String? {
        yearAndName(of: number).map { work(element, $0) }
    }

    private static func work(_ element: Element, _ numbered: (year: String, name: String)) -> String {
        "/akn/cn/\(element.rawValue)/\(numbered.year)/\(numbered.name)"
    }

    /// 银发〔2026〕42号 is called `银发-42` in 2026.
    private static func yearAndName(of number: String) -> (year: String, name: String)? {
        guard let open = number.firstIndex(where: { "〔[［﹝【(（".contains($0) }),
            let close = number.firstIndex(where: { "〕]］﹞】)）".contains($0) }), open < close
        else { return nil }
        let year = number[number.index(after: open)..<close].filter(\.isNumber)
        var serial = String(number[number.index(after: close)...])
        for word in ["No.", "no.", "号", "第"] { serial = serial.replacing(word, with: "") }
        let name = slug("\(number[..<open]) \(serial)")
        return year.count == 4 && !name.isEmpty ? (String(year), name) : nil
    }

    /// The text as a part of an address: letters and digits, with a hyphen for anything between them.
    static func slug(_ text: String) -> String {
        text.lowercased().split { !$0.isLetter && !$0.isNumber }.joined(separator: "-")
    }

    private static func isLegislative(_ label: String) -> Bool {
        (label.hasPrefix("第") && label.contains("条")) || label.hasPrefix("Article")
            || (label.hasPrefix("第") && label.contains("條"))
    }

    private static let kinds: [(zh: String, en: String)] = [
        ("通知", "notice"), ("公告", "announcement"), ("通告", "circular"), ("决定", "decision"), ("意见", "opinions"),
        ("批复", "reply"), ("办法", "measures"), ("规定", "provisions"), ("细则", "rules"), ("条例", "regulations"),
        ("指引", "guidelines"), ("规则", "rules"), ("解释", "interpretation"), ("函", "letter"), ("法", "law"),
    ]

    private static func kind(of title: String, isChinese: Bool) -> String {
        if isChinese {
            // （试行） and the like stand behind the kind.
            let bare = title.prefix { $0 != "（" && $0 != "(" }
            let words = bare.isEmpty ? title[...] : bare
            return kinds.first { words.hasSuffix($0.zh) }?.en ?? "document"
        }
        let words = title.lowercased().split { !$0.isLetter }.map(String.init)
        return words.first { word in kinds.contains { $0.en == word } } ?? "document"
    }
}
