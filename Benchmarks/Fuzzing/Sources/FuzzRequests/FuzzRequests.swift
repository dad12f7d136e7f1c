import Foundation
import Fuzzing

/// Feeds texts to the reader of the service's requests, which is built from the same two files, until it fails or reads something
/// else than Foundation does.
@main
struct FuzzRequests {
    static func main() {
        Fuzzer.run { fuzzRequests($0, $1) }
    }
}

/// How deep the service lets a request be nested.
private let nesting = 16

/// What libFuzzer calls with one input after another.
private func fuzzRequests(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let bytes = Array(UnsafeBufferPointer(start: start, count: count))
    do {
        let value = try JSONReader.read(bytes, nesting: nesting)
        guard let other = try? JSONSerialization.jsonObject(with: Data(bytes), options: .fragmentsAllowed) else {
            precondition(hasOddNumber(value), "what is read isn't JSON to Foundation")
            return 0
        }
        precondition(isSame(value, other), "Foundation reads something else")
    } catch {
        precondition(!error.reason.zh.isEmpty && error.id.hasPrefix("json/"), "an error says nothing")
        checkRewritten(Data(bytes))
    }
    return 0
}

/// What Foundation reads, which is more than JSON, can be read once it has written it anew.
private func checkRewritten(_ text: Data) {
    guard let object = try? JSONSerialization.jsonObject(with: text, options: .fragmentsAllowed),
        let plain = try? JSONSerialization.data(withJSONObject: object, options: .fragmentsAllowed)
    else { return }
    let value = try? JSONReader.read(Array(plain), nesting: 1000)
    precondition(value != nil, "JSON isn't read")
}

/// Whether a value holds a number that Foundation has no type for.
private func hasOddNumber(_ value: JSONInput) -> Bool {
    switch value {
    case .number(let digits): digits.utf8.count > 15 || digits.contains { "eE.".contains($0) }
    case .array(let values): values.contains(where: hasOddNumber)
    case .object(let members): members.contains { hasOddNumber($0.value) }
    case .null, .bool, .string: false
    }
}

/// Whether Foundation read the same value, but for the digits of numbers.
private func isSame(_ value: JSONInput, _ other: Any) -> Bool {
    switch value {
    case .null: other is NSNull
    case .bool(let truth): (other as? NSNumber)?.boolValue == truth
    case .number: other is NSNumber
    case .string(let text): (other as? String)?.utf8.elementsEqual(text.utf8) == true
    case .array(let values):
        (other as? [Any]).map { $0.count == values.count && zip(values, $0).allSatisfy(isSame) } == true
    case .object(let members):
        (other as? [String: Any]).map { others in
            others.count == members.count
                && members.allSatisfy { member in
                    others[member.key].map { isSame(member.value, $0) } == true
                }
        } == true
    }
}
