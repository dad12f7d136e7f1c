#if Service
    internal import Foundation
    import HTTPTypes
    import LegalText
    import Synchronization

    /// The files that people sent, each for its owner alone, until their time is over.
    package final class UploadShelf: Sendable {
        private let limits: ServiceLimits
        private let folder: String
        private let uploads = Mutex<[String: Upload]>([:])

        /// Creates an empty shelf that keeps files in a folder of its own in `store`.
        init(store: String, limits: ServiceLimits) {
            self.limits = limits
            folder = "\(store.count > 1 && store.hasSuffix("/") ? String(store.dropLast()) : store)/uploads"
        }

        /// Makes a folder for a file that is about to come.
        ///
        /// - Throws: A ``Problem`` where `owner` has as many files as anybody may, or the disk refuses.
        func makeFolder(for owner: String) throws(Problem) -> UploadFolder {
            sweep(now: WallClock.now)
            guard uploads(of: owner).count < limits.uploads else {
                throw Problem(
                    "uploads/too-many",
                    .conflict,
                    title: LocalizedText(zh: "已上传的文件过多", en: "There are too many files"),
                    detail: LocalizedText(
                        zh: "每人最多保留\(limits.uploads)个文件（--uploads）；请先在“批量筛查”页删除不用的",
                        en: "\(limits.uploads) files a person are kept (--uploads); delete some on the page Batch first"
                    )
                )
            }
            return try UploadFolder(in: folder)
        }

        /// How many more bytes may be kept.
        var room: Int {
            limits.uploadSpace - uploads.withLock { $0.values.reduce(0) { $0 + $1.size } }
        }

        /// Keeps `upload`.
        func add(_ upload: Upload) {
            uploads.withLock { $0[upload.id] = upload }
        }

        /// The files of `owner`, the latest first.
        func uploads(of owner: String) -> [Upload] {
            uploads.withLock { $0.values.filter { $0.owner == owner } }.sorted {
                ($0.received, $0.id) > ($1.received, $1.id)
            }
        }

        /// The file called `id`.
        ///
        /// - Throws: A ``Problem`` where `owner` has none of that name.
        func upload(_ id: String, of owner: String) throws(Problem) -> Upload {
            sweep(now: WallClock.now)
            guard let upload = uploads.withLock({ $0[id] }), upload.owner == owner else {
                throw .notFound(
                    LocalizedText(zh: "没有这个文件，或已到期删除", en: "There is no such file, or its time was over")
                )
            }
            return upload
        }

        /// Takes `upload` away, with all that was made of it.
        func remove(_ upload: Upload) {
            if case .running(let run) = upload.stage { run.cancel() }
            uploads.withLock { $0[upload.id] = nil }
        }

        /// Takes everything away whose time is over, also what a service left behind that didn't end well.
        func sweep(now: Int) {
            let time = Int(limits.uploadTime.components.seconds)
            let old = uploads.withLock { uploads in
                let old = uploads.values.filter { now - $0.received >= time && !$0.isRunning }
                for upload in old { uploads[upload.id] = nil }
                return old
            }
            _ = old
            let kept = Set(
                uploads.withLock { $0.values.map { String($0.folder.path.split(separator: "/").last ?? "") } }
            )
            for name in (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [] where !kept.contains(name)
            {
                let path = "\(folder)/\(name)"
                guard let day = try? FileManager.default.attributesOfItem(atPath: path)[.modificationDate] as? Date,
                    now - Int(day.timeIntervalSince1970) >= time
                else { continue }
                try? FileManager.default.removeItem(atPath: path)
            }
        }

        /// Takes everything away.
        package func removeAll() {
            for upload in uploads.withLock({ Array($0.values) }) { remove(upload) }
        }

        /// Takes away what is over, now and then, until the task is cancelled.
        package func keepSweeping() async {
            while !Task.isCancelled {
                sweep(now: WallClock.now)
                try? await Task.sleep(for: .seconds(60))
            }
        }
    }
#endif
