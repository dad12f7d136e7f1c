// Public, because what conforms to the public protocol of another module is public itself.
public import ArgumentParser
public import LegalText
package import Reporting
public import Screening

extension LocalizedText.Language: ExpressibleByArgument {}
extension RecordFormat: ExpressibleByArgument {}
extension ScreeningFormat: ExpressibleByArgument {}

extension TextEncoding: ExpressibleByArgument {
    /// Reads the name of an encoding as people write it: GBK, utf-8, GB2312.
    public init?(argument: String) {
        self.init(declaredName: argument)
    }
}
