public import NoticeModel

extension NoticeCorpus {
    /// The notices in force on `date`: published by then, and not repealed by one that was.
    ///
    /// A notice without a day of publication is taken by the date that is printed on it; one without either is left out.
    public func inForce(on date: LegalDate) -> [CorpusEntry] {
        entries.filter { entry in
            guard let start = entry.known, start <= date else { return false }
            return !repealing(entry.id).contains { $0.known.map { $0 <= date } ?? false }
        }
    }

    /// The notices that are dated on or before `date` and were published only after it.
    public func datedButUnpublished(on date: LegalDate) -> [CorpusEntry] {
        entries.filter { entry in
            guard let dated = entry.date, let published = entry.published else { return false }
            return dated <= date && date < published
        }
    }
}

extension CorpusEntry {
    /// The day from which the notice counts as known: of its publication, or else the date printed on it.
    public var known: LegalDate? { published ?? date }
}
