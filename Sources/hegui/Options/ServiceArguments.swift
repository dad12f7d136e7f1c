#if Service
    // Public, because what conforms to the public protocol of another module is public itself.
    public import ArgumentParser
    public import Logging
    package import WebService

    extension Logger.Level: @retroactive ExpressibleByArgument {}
    extension Role: ExpressibleByArgument {}
    extension ServiceSettings.LogFormat: ExpressibleByArgument {}
#endif
