#if Service
    /// The files that were sent, and a place for another.
    struct BatchListView: PageView {
        let mayUpload: Bool
        let formToken: String
        let limit: String
        let hours: Int
        let rows: [Row]
        let hasRows: Bool

        struct Row {
            let path: String
            let name: String
            let size: String
            let when: String
            let state: String
            let removeToken: String
        }

        static let template = """
            <h1>⟦批量筛查|Screen a file⟧</h1>
            {{#mayUpload}}<form method="post" action="/batch" enctype="multipart/form-data" class="drop noprint" data-drop>
            <input type="hidden" name="token" value="{{formToken}}">
            <label for="file">⟦把文件拖到这里，或选择文件|Drop a file here, or choose one⟧</label>
            <input type="file" id="file" name="file" required aria-describedby="file-hint" accept=".csv,.tsv,.tab,.txt,.ndjson,.jsonl,.xlsx,.gz,.zst,.xz,.bz2">
            <p id="file-hint" class="small">⟦CSV、TSV、Excel（.xlsx）、每行一个JSON对象，可为gzip、zstd等压缩；UTF-8、GB18030或UTF-16；最多{{limit}}。下一步先核对各列。|CSV, TSV, Excel (.xlsx) or one JSON object a line, compressed or not; UTF-8, GB18030 or UTF-16; {{limit}} at most. The columns are checked next.⟧</p>
            <p><button>⟦上传|Send⟧</button></p>
            <p data-upload hidden><progress max="1" value="0" aria-label="⟦上传进度|Upload⟧"></progress> <span data-upload-text></span></p>
            <p class="small">⟦文件只存放在本服务的暂存目录，仅本人可见，{{hours}}小时后连同结果一起删除；未作处置的行不写入决定记录。|The file lies in this service's store alone, is seen by you alone, and is deleted with its results after {{hours}} hours. Rows that you don't decide are not kept in the log.⟧</p>
            </form>{{/mayUpload}}
            <p id="announce" class="unseen" aria-live="polite" role="status"></p>
            {{#hasRows}}<h2>⟦已上传的文件|Files⟧</h2>
            <table class="stack"><thead><tr><th scope="col">⟦文件|File⟧</th><th scope="col">⟦大小|Size⟧</th><th scope="col">⟦上传时间|Sent⟧</th><th scope="col">⟦状态|State⟧</th><th scope="col"><span class="unseen">⟦删除|Delete⟧</span></th></tr></thead>
            <tbody>{{#rows}}<tr><th scope="row"><a href="{{path}}">{{{name}}}</a></th><td data-label="⟦大小|Size⟧">{{size}}</td><td data-label="⟦上传时间|Sent⟧">{{when}}</td><td data-label="⟦状态|State⟧">{{state}}</td><td><form method="post" action="{{path}}/remove"><input type="hidden" name="token" value="{{removeToken}}"><button class="quiet" aria-label="⟦删除|Delete⟧ {{{name}}}">⟦删除|Delete⟧</button></form></td></tr>
            {{/rows}}</tbody></table>{{/hasRows}}
            """
    }

    /// A file that is being screened.
    struct BatchRunningView: PageView {
        let name: String
        let path: String
        let progress: BatchProgressView
        let cancelToken: String

        static let template = """
            <p class="small noprint"><a href="/batch">⟦批量筛查|Batch⟧</a></p>
            <h1>{{{name}}}</h1>
            <div id="progress" data-poll="{{path}}/progress">{{#progress}}{{>BatchProgressView}}{{/progress}}</div>
            <form method="post" action="{{path}}/cancel" class="actions"><input type="hidden" name="token" value="{{cancelToken}}"><button class="plain">⟦停止|Stop⟧</button></form>
            """
    }

    /// How far a run is.
    struct BatchProgressView: PageView {
        let isDone: Bool
        let percent: Int
        let rows: String
        let flagged: String
        let rejected: String
        let rate: String
        let isImpact: Bool

        init(_ upload: Upload, _ request: ServiceRequest) {
            if case .impact = upload.purpose { isImpact = true } else { isImpact = false }
            guard case .running(let run) = upload.stage else {
                isDone = true
                percent = 100
                (rows, flagged, rejected, rate) = ("", "", "", "")
                return
            }
            let now = run.progress
            let seconds = max(0.001, MonotonicTime.seconds(since: run.start))
            isDone = false
            percent = now.bytes.whole > 0 ? min(100, now.bytes.read * 100 / now.bytes.whole) : 0
            rows = BatchText.number(now.rows)
            flagged = BatchText.number(now.flagged)
            rejected = BatchText.number(now.rejected)
            rate = BatchText.number(Int(Double(now.rows) / seconds))
        }

        static let template = """
            {{#isDone}}<p data-done role="status">⟦已完成。|Done.⟧</p>{{/isDone}}{{^isDone}}<p><progress max="100" value="{{percent}}" aria-label="⟦进度|Progress⟧">{{percent}} %</progress> {{percent}} %</p>
            <ul class="totals"><li><b>{{rows}}</b>⟦行已读|rows read⟧</li><li><b>{{flagged}}</b>{{#isImpact}}⟦行有变化|rows change⟧{{/isImpact}}{{^isImpact}}⟦行命中|flagged⟧{{/isImpact}}</li><li><b>{{rejected}}</b>⟦行无法读取|can't be read⟧</li><li><b>{{rate}}</b>⟦行/秒|rows a second⟧</li></ul>{{/isDone}}
            """
    }
#endif
