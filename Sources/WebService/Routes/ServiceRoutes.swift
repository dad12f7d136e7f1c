#if Service
    /// All that the service answers.
    package enum ServiceRoutes {
        /// The routes of the API.
        package static var all: [any RouteGroup] {
            let groups: [any RouteGroup] = [
                CheckRoutes(), ScreenRoute(), NoticeRoutes(), RuleRoutes(), ComparisonRoutes(), ImpactRoute(),
                DecisionRoutes(),
                OperationRoutes(),
            ]
            return groups + [DescriptionRoute(groups)]
        }
    }
#endif
