internal import LegalText
internal import NoticeModel

extension Norm {
    /// Whether a rule must enforce the norm or a reason waive it: it forbids, or it binds on a condition or with an
    /// exception.
    var needsRule: Bool {
        kind == .prohibition || condition != nil || exception != nil
    }
}

extension Notice {
    /// Every norm of the notice, annexes included, in reading order.
    var norms: [Norm] {
        (articles + annexes.flatMap(\.articles)).flatMap(\.norms) + looseNorms
    }
}

extension TextSpan {
    /// Whether a quote at this span quotes what stands at `other`: they share at least half of the shorter one.
    ///
    /// A few shared bytes don't suffice, as where a quote begins with the last words of the clause before.
    func quotes(_ other: TextSpan) -> Bool {
        let shared = Swift.min(end, other.end) - Swift.max(start, other.start)
        return shared > 0 && shared * 2 >= Swift.min(count, other.count)
    }
}
