import LegalText

/// Everything that ``NoticeParser`` reports. The ids are stable; the wording may change.
///
/// | id | severity | what |
/// | --- | --- | --- |
/// | `page/other-content-skipped` | note | paragraphs that aren't the notice's were left out |
/// | `page/second-copy-skipped` | note, warning | the page holds the notice again; a warning where the copy differs |
/// | `page/other-notice-skipped` | warning | the page holds another notice, which was left out |
/// | `page/no-notice` | warning | nothing that looks like a notice was found |
/// | `outline/mixed-numbering` | note | one sequence is printed with two kinds of mark |
/// | `outline/skipped-number` | warning | a number is missing |
/// | `outline/duplicate-number` | warning | a number comes twice |
/// | `outline/restarted-number` | warning | the numbers go back where they ought to run on |
/// | `outline/contents-skipped` | note | a table of contents was left out |
/// | `header/no-title` | warning | no title was found |
/// | `header/quoted-title` | note | title or number come from a sentence above the notice |
extension Diagnostic {
    static func otherContentSkipped(at span: TextSpan, blocks: Int, bytes: Int, place: String) -> Diagnostic {
        let paragraphs = blocks == 1 ? "1 paragraph" : "\(blocks) paragraphs"
        let summary = "\(paragraphs) (\(bytes) bytes) \(place) the notice were left out as not being part of it"
        return Diagnostic("page/other-content-skipped", .note, at: span, summary)
    }

    static func secondCopySkipped(at span: TextSpan, differing: Int) -> Diagnostic {
        differing == 0
            ? Diagnostic(
                "page/second-copy-skipped",
                .note,
                at: span,
                "An identical second copy of the notice was left out"
            )
            : Diagnostic(
                "page/second-copy-skipped",
                .warning,
                at: span,
                "A second copy of the notice was left out; \(differing) of its paragraphs differ from the first copy"
            )
    }

    static func otherNoticeSkipped(at span: TextSpan, articles: Int) -> Diagnostic {
        Diagnostic(
            "page/other-notice-skipped",
            .warning,
            at: span,
            "Another notice with \(articles) numbered items was left out",
            help: "read it from a document of its own"
        )
    }

    static func noNotice(at span: TextSpan?) -> Diagnostic {
        Diagnostic("page/no-notice", .warning, at: span, "Nothing that looks like a notice was found")
    }

    static func mixedNumbering(at span: TextSpan, before: String, after: String) -> Diagnostic {
        let summary =
            "The marks change from \(before) to \(after) while the numbers run on; they were read as one sequence"
        return Diagnostic("outline/mixed-numbering", .note, at: span, summary)
    }

    static func skippedNumber(at span: TextSpan, from: Int, to: Int) -> Diagnostic {
        let summary =
            from == 0 ? "The numbers start with \(to)" : "The number after \(from) is \(to)"
        return Diagnostic("outline/skipped-number", .warning, at: span, summary)
    }

    static func duplicateNumber(at span: TextSpan, label: String) -> Diagnostic {
        Diagnostic("outline/duplicate-number", .warning, at: span, "\(label) comes twice in a row")
    }

    static func restartedNumber(at span: TextSpan, from: Int, to: Int) -> Diagnostic {
        Diagnostic("outline/restarted-number", .warning, at: span, "The numbers go back from \(from) to \(to)")
    }

    static func contentsSkipped(at span: TextSpan) -> Diagnostic {
        Diagnostic("outline/contents-skipped", .note, at: span, "The table of contents was left out")
    }

    static func banNotRead(at span: TextSpan, words: String, reason: String) -> Diagnostic {
        Diagnostic("norms/ban-not-read", .note, at: span, "'\(words)' forbids nothing here: \(reason)")
    }

    static func noTitle() -> Diagnostic {
        Diagnostic("header/no-title", .warning, at: nil, "No title was found")
    }

    static func quotedTitle(at span: TextSpan) -> Diagnostic {
        Diagnostic(
            "header/quoted-title",
            .note,
            at: span,
            "The title comes from a sentence that introduces the notice"
        )
    }
}
