#if Service
    /// All that the service answers.
    package enum ServiceRoutes {
        /// The routes of the API.
        package static var all: [any RouteGroup] {
            [CheckRoutes(), NoticeRoutes(), RuleRoutes(), OperationRoutes()]
        }
    }
#endif
