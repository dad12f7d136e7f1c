#if Service
    import LegalText

    /// What a caller prefers, as `Accept` and `Accept-Language` say it.
    enum Negotiation {
        /// Whether `header` admits `type`, such as `application/json`; no header admits everything.
        static func admits(_ type: String, _ header: String?) -> Bool {
            weight(of: type, header) > 0
        }

        /// The one of `types` that `header` likes best, the first where several are equal; `nil` where it admits none.
        static func preferred(_ types: [String], _ header: String?) -> String? {
            var best: (type: String, weight: Double)?
            for type in types {
                let weight = weight(of: type, header)
                if weight > best?.weight ?? 0 { best = (type, weight) }
            }
            return best?.type
        }

        private static func weight(of type: String, _ header: String?) -> Double {
            guard let header else { return 1 }
            let group = type.prefix { $0 != "/" }
            // The most exact range decides, whatever stands before it.
            var best: (exactness: Int, weight: Double)?
            for (range, weight) in ranges(header) {
                let exactness = range == type ? 3 : range == "\(group)/*" ? 2 : range == "*/*" ? 1 : 0
                if exactness > best?.exactness ?? 0 { best = (exactness, weight) }
            }
            return best?.weight ?? 0
        }

        /// The language that `header` asks for: the one of ours with the greatest weight, the first where two are equal;
        /// Chinese where it names none.
        static func language(_ header: String?) -> LocalizedText.Language {
            var best: (language: LocalizedText.Language, weight: Double)?
            for (range, weight) in ranges(header ?? "") where weight > best?.weight ?? 0 {
                let primary = String(range.prefix { $0 != "-" })
                guard let language = LocalizedText.Language(rawValue: primary) else { continue }
                best = (language, weight)
            }
            return best?.language ?? .zh
        }

        /// The ranges of a header in small letters, each with its weight from 0 to 1.
        private static func ranges(_ header: String) -> [(range: String, weight: Double)] {
            header.split(separator: ",").prefix(32).map { part in
                let pieces = part.split(separator: ";").map { String($0).trimmingBlanks().lowercased() }
                let weight = pieces.dropFirst().first { $0.hasPrefix("q=") }.flatMap { Double($0.dropFirst(2)) } ?? 1
                return (pieces.first ?? "", weight)
            }
        }
    }
#endif
