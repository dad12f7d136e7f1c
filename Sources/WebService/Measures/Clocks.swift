#if Service
    internal import Glibc

    /// A clock that only goes forward.
    enum MonotonicTime {
        /// Nanoseconds since some time.
        static var now: UInt64 {
            var time = timespec()
            clock_gettime(CLOCK_MONOTONIC, &time)
            return UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
        }

        /// The seconds since `start`.
        static func seconds(since start: UInt64) -> Double {
            Double(now - start) / 1_000_000_000
        }
    }

    /// The time of day.
    package enum WallClock {
        /// Seconds since 1970.
        package static var now: Int { time(nil) }
    }
#endif
