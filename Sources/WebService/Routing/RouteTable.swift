#if Service
    import HTTPTypes
    import LegalText

    /// All routes, found by method and path.
    package struct RouteTable: Sendable {
        /// Every route, in the order in which they were given.
        package let routes: [Route]

        private let places: [Place]

        /// The routes of one path.
        private struct Place {
            let parts: [Part]
            var routes: [(method: HTTPRequest.Method, index: Int)]
        }

        private enum Part: Hashable {
            case word(String)
            case capture(String)
            case rest(String)
        }

        /// What stands at a path.
        enum Match {
            /// A route, its number and the parts of the path that it captures.
            case route(Route, number: Int, parameters: [String: String])
            /// The path has other methods.
            case otherMethods([HTTPRequest.Method])
            case nothing
        }

        /// Creates a table.
        package init(_ groups: [any RouteGroup]) {
            routes = groups.flatMap(\.routes)
            var places: [Place] = []
            for (index, route) in routes.enumerated() {
                let parts = route.path.split(separator: "/").map { part -> Part in
                    guard part.hasPrefix("{"), part.hasSuffix("}") else { return .word(String(part)) }
                    let name = part.dropFirst().dropLast()
                    return name.hasSuffix("+") ? .rest(String(name.dropLast())) : .capture(String(name))
                }
                if let known = places.firstIndex(where: { $0.parts == parts }) {
                    places[known].routes.append((route.method, index))
                } else {
                    places.append(Place(parts: parts, routes: [(route.method, index)]))
                }
            }
            self.places = places
        }

        /// What stands at `path`; words go before captures.
        ///
        /// - Throws: A ``Problem`` where the path holds an escape that is none.
        func match(_ method: HTTPRequest.Method, _ path: String) throws(Problem) -> Match {
            guard path.hasPrefix("/") else { return .nothing }
            let parts = path.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false).dropFirst()
            // An empty part stands for the root alone; anywhere else two slashes are a mistake.
            let asked = parts.count == 1 && parts.first?.isEmpty == true ? parts.dropFirst() : parts
            var best: (place: Place, parameters: [String: String])?
            for place in places {
                guard let parameters = try Self.captures(place.parts, asked) else { continue }
                if best == nil || parameters.count < best?.parameters.count ?? 0 { best = (place, parameters) }
            }
            guard let best else { return .nothing }
            let wanted = method == .head ? .get : method
            if let found = best.place.routes.first(where: { $0.method == wanted }) {
                return .route(routes[found.index], number: found.index, parameters: best.parameters)
            }
            let methods = best.place.routes.map(\.method)
            return .otherMethods(
                (methods + (methods.contains(.get) ? [.head] : [])).sorted { $0.rawValue < $1.rawValue }
            )
        }

        private static func captures(
            _ parts: [Part],
            _ asked: ArraySlice<Substring.UTF8View.SubSequence>
        ) throws(Problem) -> [String: String]? {
            var parameters: [String: String] = [:]
            var index = asked.startIndex
            for part in parts {
                guard index < asked.endIndex else { return nil }
                switch part {
                case .word(let word):
                    guard asked[index].elementsEqual(word.utf8) else { return nil }
                case .capture(let name):
                    guard !asked[index].isEmpty else { return nil }
                    parameters[name] = try decoded(asked[index])
                case .rest(let name):
                    var words: [String] = []
                    for word in asked[index...] { words.append(try decoded(word)) }
                    parameters[name] = words.joined(separator: "/")
                    return parameters
                }
                index += 1
            }
            return index == asked.endIndex ? parameters : nil
        }

        private static func decoded(_ part: Substring.UTF8View.SubSequence) throws(Problem) -> String {
            guard let text = RequestQuery.decoded(part, plusIsBlank: false) else {
                throw .malformed(
                    LocalizedText(
                        zh: "路径中的百分号编码或UTF-8无效",
                        en: "The path holds an escape that is none, or bytes that are not UTF-8"
                    )
                )
            }
            return text
        }
    }
#endif
