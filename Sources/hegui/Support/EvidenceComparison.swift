import Foundation
import Glibc
import Reporting
import Screening

/// Compares the findings of an evidence pack, which come from a file, with those that were derived again, row by row.
final class EvidenceComparison {
    private let kept: LineFile
    private var next: (line: String, place: Place)?

    /// What differs, a line each, as far as it is listed.
    private(set) var differences: [String] = []

    /// How many rows differ.
    private(set) var count = 0

    private var order: [String: Int] = [:]
    private let what: String

    private static let limit = 100

    /// Where a row stands; rows come in the order of files, sheets and rows.
    private struct Place: Comparable {
        let table: Int
        let row: Int
        let label: String

        static func < (left: Place, right: Place) -> Bool {
            (left.table, left.row) < (right.table, right.row)
        }

        static func == (left: Place, right: Place) -> Bool {
            left.table == right.table && left.row == right.row
        }
    }

    /// Opens the lines at `path`; `what` names what a line is, such as `finding`.
    init(path: String, what: String) throws(CommandFailure) {
        kept = try LineFile(path: path)
        self.what = what
        try advance()
    }

    /// Compares with the next line that was derived.
    func note(_ line: String) throws(CommandFailure) {
        let line = line.hasSuffix("\n") ? String(line.dropLast()) : line
        if line == next?.line {
            try advance()
            return
        }
        let place = try place(of: line)
        while let kept = next, kept.place < place {
            report("\(kept.place.label): the pack has a \(what) that isn't found now: \(Self.outline(kept.line))")
            try advance()
        }
        if let kept = next, kept.place == place {
            report("\(place.label): was \(Self.outline(kept.line)), is now \(Self.outline(line))")
            try advance()
        } else {
            report("\(place.label): a \(what) that the pack hasn't got: \(Self.outline(line))")
        }
    }

    /// Compares what is left.
    func finish() throws(CommandFailure) {
        while let kept = next {
            report("\(kept.place.label): the pack has a \(what) that isn't found now: \(Self.outline(kept.line))")
            try advance()
        }
    }

    private func advance() throws(CommandFailure) {
        guard let line = try kept.next() else {
            next = nil
            return
        }
        next = (line, try place(of: line))
    }

    private func report(_ text: String) {
        count += 1
        if differences.count < Self.limit { differences.append(text) }
    }

    private func place(of line: String) throws(CommandFailure) -> Place {
        guard let object = Self.object(line), let file = object["file"] as? String, let row = object["row"] as? Int
        else {
            throw CommandFailure(
                located: "\(kept.path):\(kept.number): error: expected a \(what) with its file and row"
            )
        }
        let sheet = (object["sheet"] as? String).map { "[\($0)]" } ?? ""
        let table = order[file + sheet, default: order.count]
        order[file + sheet] = table
        return Place(table: table, row: row, label: "\(file)\(sheet) row \(row)")
    }

    private static func object(_ line: String) -> [String: Any]? {
        try? JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
    }

    /// The verdict and the rules of a line, or why a row was rejected.
    private static func outline(_ line: String) -> String {
        guard let object = object(line) else { return "a line that is no JSON object" }
        if let reason = object["reason"] as? String { return reason }
        let findings = object["findings"] as? [[String: Any]] ?? []
        let rules = findings.map { finding in
            let words = (finding["evidence"] as? [[String: Any]] ?? []).compactMap { $0["text"] as? String }
            return "\(finding["rule"] as? String ?? "?") (\(words.joined(separator: ", ")))"
        }
        return "\(object["verdict"] as? String ?? "?") by \(rules.joined(separator: ", "))"
    }
}

/// A text file that is read line by line.
///
/// A class because it owns the stream, which is closed once.
final class LineFile {
    let path: String

    /// The number of the line that was read last, counted from 1.
    private(set) var number = 0

    private let stream: UnsafeMutablePointer<FILE>

    init(path: String) throws(CommandFailure) {
        guard let stream = fopen(path, "re") else {
            throw CommandFailure(located: "\(path): error: can't be read: \(SystemReason.text(of: errno))")
        }
        self.path = path
        self.stream = stream
    }

    deinit {
        fclose(stream)
    }

    /// The next line without its end, or `nil` at the end of the file.
    func next() throws(CommandFailure) -> String? {
        var line: UnsafeMutablePointer<CChar>?
        var capacity = 0
        defer { free(line) }
        let count = getline(&line, &capacity, stream)
        guard count > 0, let line else {
            if ferror(stream) != 0 { throw CommandFailure(located: "\(path): error: can't be read") }
            return nil
        }
        number += 1
        let bytes = UnsafeRawBufferPointer(start: line, count: count)
        return String(decoding: bytes.last == 0x0A ? bytes.dropLast() : bytes[...], as: UTF8.self)
    }
}
