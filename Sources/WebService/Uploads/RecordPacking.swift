#if Service
    import RecordModel

    /// A record as bytes, to be kept in a file and read back as it was; without the columns that only downloads pass on.
    enum RecordPacking {
        /// The bytes of `record`.
        static func bytes(of record: Record) -> [UInt8] {
            var bytes: [UInt8] = []
            func add(_ count: Int) {
                withUnsafeBytes(of: UInt32(truncatingIfNeeded: count).littleEndian) { bytes += $0 }
            }
            for text in texts(of: record) {
                // One more than the length, so that 0 is for what isn't there.
                add((text?.utf8.count ?? -1) + 1)
                bytes += text.map { Array($0.utf8) } ?? []
            }
            for name in record.otherNames {
                bytes.append(UInt8(OtherName.Kind.allCases.firstIndex(of: name.kind) ?? 0))
                add(name.text.utf8.count)
                bytes += Array(name.text.utf8)
            }
            return bytes
        }

        /// The record that `bytes` hold, or `nil` where they hold none.
        static func record(_ bytes: ArraySlice<UInt8>) -> Record? {
            var rest = bytes
            func number() -> Int? {
                guard rest.count >= 4 else { return nil }
                defer { rest = rest.dropFirst(4) }
                return rest.prefix(4).reversed().reduce(0) { $0 << 8 | Int($1) }
            }
            func text(_ count: Int) -> String? {
                guard rest.count >= count else { return nil }
                defer { rest = rest.dropFirst(count) }
                return String(decoding: rest.prefix(count), as: UTF8.self)
            }
            var texts: [String?] = []
            for _ in 0..<9 {
                guard let count = number() else { return nil }
                guard count > 0 else {
                    texts.append(nil)
                    continue
                }
                guard let value = text(count - 1) else { return nil }
                texts.append(value)
            }
            var names: [OtherName] = []
            while let kind = rest.popFirst() {
                guard let count = number(), let name = text(count), OtherName.Kind.allCases.indices.contains(Int(kind))
                else { return nil }
                names.append(OtherName(name, kind: OtherName.Kind.allCases[Int(kind)]))
            }
            return Record(
                id: texts[0],
                name: texts[1],
                otherNames: names,
                scope: texts[2],
                description: texts[3],
                actor: texts[4],
                jurisdiction: texts[5],
                approval: texts[6],
                registrationStatus: texts[7],
                registrationDate: texts[8]
            )
        }

        private static func texts(of record: Record) -> [String?] {
            [
                record.id, record.name, record.scope, record.description, record.actor, record.jurisdiction,
                record.approval, record.registrationStatus, record.registrationDate,
            ]
        }
    }
#endif
