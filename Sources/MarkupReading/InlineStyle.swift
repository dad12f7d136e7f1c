internal import LegalText

/// What a `style` attribute says about the things that matter to reading.
struct InlineStyle {
    private var isDisplayed = true
    private var isVisible = true
    private(set) var isBold: Bool?
    private(set) var isCentered: Bool?
    private(set) var isBlock: Bool?
    private(set) var keepsLines: Bool?
    private(set) var listStyle: String?

    /// Whether a reader doesn't see the element.
    var isHidden: Bool { !isDisplayed || !isVisible }

    init(_ style: String) {
        for declaration in style.lowercased().split(separator: ";") {
            guard let colon = declaration.firstIndex(of: ":") else { continue }
            let property = declaration[..<colon].trimmingBlanks
            let value = declaration[declaration.index(after: colon)...].prefix { $0 != "!" }.trimmingBlanks
            read(property: property, value: value)
        }
    }

    private mutating func read(property: Substring, value: Substring) {
        switch property {
        case "display":
            isDisplayed = value != "none"
            isBlock = value == "contents" || value == "none" ? nil : !value.hasPrefix("inline")
        case "visibility":
            isVisible = value != "hidden" && value != "collapse"
        case "font-weight":
            isBold = value == "bold" || value == "bolder" || (Int(value) ?? 400) >= 600
        case "text-align":
            isCentered = value.hasSuffix("center")
        case "white-space":
            keepsLines = value.hasPrefix("pre") || value == "break-spaces"
        case "list-style", "list-style-type":
            listStyle = String(value)
        default:
            break
        }
    }
}
