/// Turns UTF-8 byte offsets into line and column numbers.
public struct LineIndex: Sendable {
    /// The offset at which each line starts, in ascending order; the first is 0.
    private let starts: [Int]

    /// Indexes the lines of `text`, which end at a line feed, a carriage return, or both.
    ///
    /// - Complexity: O(*n*) for *n* UTF-8 bytes.
    public init(_ text: SourceText) {
        var starts = [0]
        var previousWasReturn = false
        var offset = 0
        for byte in text.string.utf8 {
            offset += 1
            switch byte {
            case 0x0A where previousWasReturn:
                starts[starts.count - 1] = offset
            case 0x0A, 0x0D:
                starts.append(offset)
            default:
                break
            }
            previousWasReturn = byte == 0x0D
        }
        self.starts = starts
    }

    /// The number of the line that holds `offset`, counted from 1.
    public func line(at offset: Int) -> Int {
        var low = 0
        var high = starts.count
        while low < high {
            let middle = (low + high) / 2
            if starts[middle] <= offset {
                low = middle + 1
            } else {
                high = middle
            }
        }
        return low
    }

    /// The column of `offset` in its line, in UTF-8 bytes counted from 1.
    public func column(at offset: Int) -> Int {
        offset - starts[line(at: offset) - 1] + 1
    }
}
