#if Service
    import Reporting
    import HTTPTypes
    import LegalText
    import NIOCore
    import NIOHTTP1
    import NIOHTTPTypes

    /// Stands in every connection between the parser and the rest: answers what can't become a request, and keeps callers
    /// from being waited for without end.
    ///
    /// One scheduled look at the clock per connection serves all its requests, so that quick requests pay nothing.
    final class ConnectionGuard: ChannelDuplexHandler, RemovableChannelHandler {
        typealias InboundIn = HTTPRequestPart
        typealias InboundOut = HTTPRequestPart
        typealias OutboundIn = HTTPResponsePart
        typealias OutboundOut = HTTPResponsePart

        private let service: ScreeningService
        private var limits: ServiceLimits { service.settings.limits }

        private var isCounted = false
        private var isBeyondLimit = false

        /// Whether the connection has had its last answer, and what still comes is thrown away.
        private var isEnding = false
        private var endsAfterAnswer = false

        /// Whether the caller is left a moment to read that answer before the connection is closed.
        private var isLingering = false

        /// Whether nothing that comes is taken any more, though answers may still be under way.
        private var isDeaf = false

        /// What is answered behind them, since what came could not be read.
        private var lastProblem: Problem?

        /// The language that the caller asked for last, where there was a request.
        private var language: LocalizedText.Language?

        /// Whether a request is being read, and until when its body may take.
        private var isReading = false
        private var bodyEnd = NIODeadline.distantFuture

        /// Since when the next part is waited for; `nil` while it is us who don't ask for it.
        private var waitingSince: NIODeadline?

        /// Since when the caller hasn't taken what was written.
        private var unreadSince: NIODeadline?

        /// How many answers are still to come, and whether one of them has begun.
        private var unanswered = 0
        private var isAnswering = false

        private var check: Scheduled<Void>?

        init(_ service: ScreeningService) {
            self.service = service
        }

        // MARK: - Connections

        func handlerAdded(context: ChannelHandlerContext) {
            isCounted = true
            isBeyondLimit = service.connections.opened() > limits.connections
            if isBeyondLimit { service.metrics.count("hegui_refused_connections_total") }
        }

        func handlerRemoved(context: ChannelHandlerContext) {
            check?.cancel()
            check = nil
            if isCounted { service.connections.closed() }
            isCounted = false
        }

        // MARK: - What comes

        func read(context: ChannelHandlerContext) {
            if waitingSince == nil { waitingSince = .now() }
            context.read()
        }

        func channelRead(context: ChannelHandlerContext, data: NIOAny) {
            waitingSince = nil
            guard !isEnding, !isDeaf else { return }
            switch unwrapInboundIn(data) {
            case .head(let head):
                language = Negotiation.language(head.headerFields[.acceptLanguage])
                if isBeyondLimit {
                    end(context, with: .busy("--connections"))
                    return
                }
                begin(head, context)
            case .body:
                break
            case .end:
                isReading = false
            }
            context.fireChannelRead(data)
        }

        private func begin(_ head: HTTPRequest, _ context: ChannelHandlerContext) {
            isReading = true
            unanswered += 1
            let path = head.path?.prefix { $0 != "?" } ?? ""
            let isBatch = service.table.routes.contains { $0.isBatch && path.elementsEqual($0.path) }
            bodyEnd = .now() + TimeAmount(isBatch ? limits.batchTime : limits.bodyTime)
            watch(context, after: min(limits.pauseTime, limits.unreadTime))
            let length = head.headerFields[.contentLength].flatMap { Int($0) } ?? 0
            if head.headerFields[.expect]?.lowercased() == "100-continue",
                length <= (isBatch ? limits.batchBytes : limits.bodyBytes)
            {
                context.writeAndFlush(wrapOutboundOut(.head(HTTPResponse(status: .continue))), promise: nil)
            }
        }

        func errorCaught(context: ChannelHandlerContext, error: any Error) {
            if let error = error as? HTTPParserError, !isEnding {
                switch error {
                case .headerOverflow: breakOff(context, for: .hugeHead)
                case .invalidEOFState where !isReading: end(context, with: nil)
                case .invalidEOFState: breakOff(context, for: .brokenOff)
                default: breakOff(context, for: .notHTTP)
                }
                return
            }
            context.fireErrorCaught(error)
        }

        /// Takes nothing more, since `problem` keeps what comes from being read. The request whose body it is answers for it,
        /// so that it is answered and counted once; otherwise it is answered behind the requests that were taken.
        private func breakOff(_ context: ChannelHandlerContext, for problem: Problem) {
            guard !isDeaf else { return }
            isDeaf = true
            if isReading {
                isReading = false
                context.fireErrorCaught(HTTPBodyBrokenOff(problem))
            } else if unanswered > 0 {
                lastProblem = problem
            } else {
                end(context, with: problem)
            }
        }

        func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
            if case .some(ChannelEvent.inputClosed) = event as? ChannelEvent, isReading {
                breakOff(context, for: .brokenOff)
            }
            context.fireUserInboundEventTriggered(event)
        }

        func channelInactive(context: ChannelHandlerContext) {
            if isReading, !isEnding { breakOff(context, for: .brokenOff) }
            context.fireChannelInactive()
        }

        func channelReadComplete(context: ChannelHandlerContext) {
            context.fireChannelReadComplete()
            if isEnding { context.read() }
        }

        // MARK: - What goes

        func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
            guard !isEnding else {
                promise?.fail(ChannelError.alreadyClosed)
                return
            }
            switch unwrapOutboundIn(data) {
            case .head(let head) where head.status.kind != .informational:
                isAnswering = true
                endsAfterAnswer = head.headerFields[.connection]?.lowercased() == "close"
                context.write(data, promise: promise)
            case .end:
                isAnswering = false
                unanswered = max(0, unanswered - 1)
                context.write(data, promise: promise)
                if endsAfterAnswer {
                    end(context, with: nil)
                } else if isDeaf, unanswered == 0 {
                    end(context, with: lastProblem)
                }
            default:
                context.write(data, promise: promise)
            }
        }

        func channelWritabilityChanged(context: ChannelHandlerContext) {
            unreadSince = context.channel.isWritable ? nil : .now()
            if unreadSince != nil { watch(context, after: min(limits.pauseTime, limits.unreadTime)) }
            context.fireChannelWritabilityChanged()
        }

        // MARK: - Ends

        /// Answers with `problem`, where there is one and no answer has begun, and ends the connection.
        private func end(_ context: ChannelHandlerContext, with problem: Problem?) {
            guard !isEnding else { return }
            if let problem, !isAnswering {
                let text = problem.document(in: language, request: "-").indented + "\n"
                let body = ByteBuffer(string: text)
                var fields: HTTPFields = [
                    .contentType: "application/problem+json; charset=utf-8",
                    .contentLength: String(body.readableBytes), .connection: "close",
                    .xContentTypeOptions: "nosniff", .contentLanguage: language?.rawValue ?? "zh, en",
                ]
                if let seconds = problem.retryAfter { fields[.retryAfter] = String(seconds) }
                let head = HTTPResponse(status: problem.status, headerFields: fields)
                context.write(wrapOutboundOut(.head(head)), promise: nil)
                context.write(wrapOutboundOut(.body(body)), promise: nil)
                context.write(wrapOutboundOut(.end(nil)), promise: nil)
                service.metrics.noteAnswer(route: nil, status: problem.status.code, seconds: 0)
            }
            linger(context)
        }

        /// Says that nothing more comes from here, and leaves the caller a moment to read what did.
        ///
        /// Closing at once, with bytes of the caller unread, would take the answer away from it.
        private func linger(_ context: ChannelHandlerContext) {
            isEnding = true
            isLingering = true
            check?.cancel()
            context.flush()
            context.close(mode: .output, promise: nil)
            let bound = NIOLoopBound((self, context), eventLoop: context.eventLoop)
            check = context.eventLoop.scheduleTask(in: .seconds(2)) {
                let (handler, context) = bound.value
                handler.isLingering = false
                context.close(promise: nil)
            }
            context.read()
        }

        func close(context: ChannelHandlerContext, mode: CloseMode, promise: EventLoopPromise<Void>?) {
            if isLingering, mode == .all {
                context.channel.closeFuture.cascade(to: promise)
            } else {
                context.close(mode: mode, promise: promise)
            }
        }

        // MARK: - The clock

        /// Looks at the clock after `time`, unless a look is due already.
        private func watch(_ context: ChannelHandlerContext, after time: Duration) {
            guard check == nil else { return }
            let bound = NIOLoopBound((self, context), eventLoop: context.eventLoop)
            check = context.eventLoop.scheduleTask(in: TimeAmount(time)) {
                let (handler, context) = bound.value
                handler.check = nil
                handler.look(context)
            }
        }

        private func look(_ context: ChannelHandlerContext) {
            guard !isEnding else { return }
            let now = NIODeadline.now()
            if let unreadSince, now - unreadSince >= TimeAmount(limits.unreadTime) {
                isEnding = true
                context.close(promise: nil)
                return
            }
            if isReading {
                let isPausing = waitingSince.map { now - $0 >= TimeAmount(limits.pauseTime) } ?? false
                if isPausing || now >= bodyEnd { breakOff(context, for: .slowBody) }
            }
            if isReading || unreadSince != nil { watch(context, after: .milliseconds(250)) }
        }
    }

    @available(*, unavailable)
    extension ConnectionGuard: Sendable {}
#endif
