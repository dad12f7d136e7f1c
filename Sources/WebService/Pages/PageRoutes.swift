#if Service
    /// Every page, with the style and scripts that they load.
    ///
    /// To add a page: write a view (``PageView``) with its template, add its type to `views`, write a ``RouteGroup`` whose routes
    /// are made with `Route.page(…)` and answer `renderer.page(view, title:part:for:)`, and add it to `groups`. Forms that change
    /// something carry `request.formToken` in a field called `token` and are read with `request.signedForm()`.
    package struct PageRoutes: RouteGroup {
        private let renderer: PageRenderer
        private let groups: [any RouteGroup]

        /// Every view whose template is registered.
        private static var views: [any PageView.Type] {
            [
                CheckView.self, VerdictView.self, BlankVerdictView.self, FaultView.self, FindingView.self,
                DecisionListView.self, DecisionView.self, StoredFinding.self, VerificationView.self, RulesView.self,
                RuleView.self, NoticesView.self, NoticeView.self, BatchListView.self, BatchRunningView.self,
                BatchProgressView.self, MappingView.self, BatchResultsView.self, BatchRowView.self,
                BatchRowAloneView.self,
                CompareView.self, ImpactView.self,
            ]
        }

        /// Reads the templates.
        ///
        /// - Throws: What is wrong with a template.
        package init() throws {
            renderer = try PageRenderer(Self.views)
            groups = [
                LoginPages(pages: renderer), CheckPages(pages: renderer), BatchPages(pages: renderer),
                ComparePages(pages: renderer), NoticePages(pages: renderer),
                RulePages(pages: renderer), DecisionPages(pages: renderer),
            ]
        }

        package var routes: [Route] {
            [renderer.assets.route] + groups.flatMap(\.routes)
        }

        /// The page that tells a person of a problem.
        package var problemPage: ScreeningService.ProblemPage {
            { [renderer] problem, caller, request, id in renderer.problemPage(problem, caller, request, id) }
        }
    }
#endif
