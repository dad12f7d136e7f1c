#if Service
    package import Hummingbird

    /// What Hummingbird keeps of a request.
    package struct ServiceContext: RequestContext {
        /// What every context has.
        package var coreContext: CoreRequestContextStorage

        /// Takes what the server knows.
        package init(source: ApplicationRequestContextSource) {
            coreContext = .init(source: source)
        }
    }
#endif
