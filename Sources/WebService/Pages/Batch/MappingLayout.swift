#if Service
    import LegalText
    import NoticeCorpus
    import NoticeModel
    import Reporting
    import Screening

    /// Lays out how a file was read, for a person to check before it is screened.
    struct MappingLayout {
        let request: ServiceRequest
        let upload: Upload
        let fault: LocalizedText?

        /// How many rows are shown.
        static let shownRows = 5

        /// How many letters of a cell are shown.
        private static let cellLength = 60

        /// The page.
        func view() -> MappingView {
            let reading = upload.reading
            var fault = fault
            var previews: [RecordPreview] = []
            do {
                previews = try Self.previews(of: upload, reading)
            } catch let error as RecordFileError {
                fault = fault ?? UploadScreening.unreadable(error)
                // What the mapping spoilt may be read without it.
                if !reading.map.isEmpty {
                    var plain = reading
                    plain.map = []
                    previews = (try? Self.previews(of: upload, plain)) ?? []
                }
            } catch {
                fault = fault ?? Problem.internalError.detail
            }
            let first = previews.first
            if let first, !first.isScreenable {
                fault =
                    fault
                    ?? LocalizedText(
                        zh: "没有认出名称、经营范围或简介列，请在下面指定。",
                        en: "No column of names, scopes or descriptions is known by its header; choose them below."
                    )
            }
            let encoding = first.map { $0.encoding.rawValue } ?? request.said("不详", "unknown")
            let impact: String? =
                if case .impact(let old, let new) = upload.purpose {
                    [old, new].map { request.state.corpus.entry(String($0.prefix { $0 != "/" }))?.documentNumber ?? $0 }
                        .joined(separator: " → ")
                } else { nil }
            return MappingView(
                path: "/batch/\(upload.id)",
                name: HTMLText.escaped(upload.name),
                size: BatchText.size(upload.size),
                formToken: request.formToken,
                fault: fault?[request.pageLanguage],
                impact: impact,
                format: first.map { Self.name(of: $0.format) } ?? "–",
                encodingFound: encoding,
                encodings: [
                    ChoiceView(
                        "",
                        request.said("自动（\(encoding)）", "automatic (\(encoding))"),
                        isSelected: reading.encoding == nil
                    )
                ]
                    + TextEncoding.allCases.map {
                        ChoiceView($0.rawValue, $0.rawValue, isSelected: $0 == reading.encoding)
                    },
                formats: [ChoiceView("", request.said("自动", "automatic"), isSelected: reading.format == nil)]
                    + RecordFormat.allCases.filter { $0 != .xlsx }.map {
                        ChoiceView($0.rawValue, Self.name(of: $0), isSelected: $0 == reading.format)
                    },
                isWorkbook: first?.format == .xlsx,
                hasHeader: reading.hasHeader,
                sheets: sheets(previews, chosen: reading.sheet),
                hasSheets: previews.count > 1 || reading.sheet != nil,
                packs: packs(chosen: reading.pack),
                date: reading.date?.description ?? "",
                columns: (first?.columns ?? []).enumerated().map { index, column in
                    MappingView.Column(
                        index: index,
                        header: HTMLText.escaped(column.header),
                        isUsed: column.field != nil,
                        fields: fields(chosen: column.field)
                    )
                },
                rows: (first?.rows ?? []).map { row in
                    MappingView.Row(
                        number: row.number,
                        cells: row.cells.map { HTMLText.escaped(Self.shortened($0)) },
                        problem: row.problem.map { BatchText.reason(of: $0)[request.pageLanguage] },
                        width: (first?.columns.count ?? 0)
                    )
                },
                mayStart: first != nil
            )
        }

        /// The tables of `upload` as `reading` has them.
        static func previews(of upload: Upload, _ reading: UploadReading) throws -> [RecordPreview] {
            try RecordPreview.previews(
                path: upload.name,
                readAt: upload.path,
                options: try reading.options(),
                rows: shownRows
            )
        }

        private func sheets(_ previews: [RecordPreview], chosen: String?) -> [ChoiceView] {
            let names = previews.compactMap(\.sheet)
            return [ChoiceView("", request.said("所有可见的工作表", "every sheet that is shown"), isSelected: chosen == nil)]
                + (chosen.map { names.contains($0) ? names : [$0] + names } ?? names).map {
                    ChoiceView($0, $0, isSelected: $0 == chosen)
                }
        }

        private func packs(chosen: String?) -> [ChoiceView] {
            [ChoiceView("", request.said("现行", "in force"), isSelected: chosen == nil)]
                + request.state.packs.keys.sorted(by: >).map { id in
                    ChoiceView(id, request.state.corpus.entry(id)?.documentNumber ?? id, isSelected: id == chosen)
                }
        }

        private func fields(chosen: String?) -> [ChoiceView] {
            [ChoiceView("", request.said("不使用", "not used"), isSelected: chosen == nil)]
                + ColumnMapping.fields.dropLast().map { field in
                    ChoiceView(field, Self.name(ofField: field)[request.pageLanguage], isSelected: field == chosen)
                }
        }

        private static func shortened(_ text: String) -> String {
            text.count > cellLength ? text.prefix(cellLength) + "…" : text
        }

        private static func name(of format: RecordFormat) -> String {
            switch format {
            case .csv: "CSV"
            case .tsv: "TSV"
            case .ndjson: "NDJSON"
            case .lines: "one name a line / 每行一个名称"
            case .xlsx: "Excel (.xlsx)"
            }
        }

        static func name(ofField field: String) -> LocalizedText {
            switch field {
            case "id": LocalizedText(zh: "统一社会信用代码或编号", en: "credit code or key")
            case "name": LocalizedText(zh: "名称", en: "name")
            case "otherNames": LocalizedText(zh: "其他名称", en: "other names")
            case "brand": LocalizedText(zh: "品牌、字号", en: "brand")
            case "formerName": LocalizedText(zh: "曾用名", en: "former names")
            case "scope": LocalizedText(zh: "经营范围", en: "business scope")
            case "description": LocalizedText(zh: "简介", en: "description")
            case "actor": LocalizedText(zh: "主体类型", en: "kind of entity")
            case "jurisdiction": LocalizedText(zh: "地域", en: "place")
            case "approval": LocalizedText(zh: "批准或备案", en: "approval")
            case "status": LocalizedText(zh: "登记状态", en: "registration status")
            case "registered": LocalizedText(zh: "成立日期", en: "date of registration")
            default: LocalizedText(zh: field, en: field)
            }
        }
    }

    /// Reads the form that says how a file is to be read.
    struct MappingForm {
        let form: FormFields
        let upload: Upload

        /// What the form says.
        ///
        /// - Throws: A ``Problem`` where a value isn't one of those that it offered.
        func reading(_ request: ServiceRequest) throws -> UploadReading {
            var reading = UploadReading()
            reading.encoding = form["encoding"].flatMap(TextEncoding.init(rawValue:))
            reading.format = form["format"].flatMap(RecordFormat.init(rawValue:))
            reading.hasHeader = form["header"] != "no"
            reading.sheet = form["sheet"]
            reading.pack = form["pack"]
            if let text = form["as-of"] {
                guard let date = LegalDate(iso: text) else {
                    throw Problem.query(
                        "as-of",
                        LocalizedText(zh: "应为2026-02-06这样的日期", en: "expected a day such as 2026-02-06")
                    )
                }
                reading.date = date
                reading.pack = nil
            }
            let before = upload.reading
            if reading.encoding == before.encoding, reading.format == before.format,
                reading.hasHeader == before.hasHeader, reading.sheet == before.sheet
            {
                reading.map = mapping(reading)
            }
            return reading
        }

        /// The mapping that the choices come to; none where they are what the headers say.
        private func mapping(_ reading: UploadReading) -> [String] {
            var plain = reading
            plain.map = []
            guard let first = (try? MappingLayout.previews(of: upload, plain))?.first else { return [] }
            let chosen = first.columns.indices.map { form["column-\($0)"] }
            guard chosen != first.columns.map(\.field) else { return [] }
            let headers = first.columns.map(\.header)
            return chosen.enumerated().compactMap { index, field in
                guard let field = field ?? first.columns[index].field.map({ _ in "ignore" }),
                    ColumnMapping.fields.contains(field)
                else { return nil }
                let header = headers[index]
                let isPlain =
                    !header.contains(",") && !header.isEmpty && Int(header) == nil
                    && headers.count { $0 == header } == 1
                return "\(field)=\(isPlain ? header : String(index + 1))"
            }
        }
    }

    extension BatchText {
        /// Why a row couldn't be read.
        static func reason(of problem: RowProblem) -> LocalizedText {
            let zh =
                switch problem {
                case .extraCells(let found, let expected): "有\(found)格，而表头只有\(expected)列"
                case .unclosedQuote(let column): "第\(column)列的引号没有闭合；从下一行继续读"
                case .invalidText: "含有在此编码中无效的字节"
                case .nul: "只有空字节（NUL）"
                case .notAnObject(let reason): "应为一个JSON对象：\(reason)"
                case .tooLong(let limit): "超过\(limit >> 20) MiB"
                }
            return LocalizedText(zh: zh, en: problem.description)
        }
    }

    /// How a file was read: its columns, and its first rows.
    struct MappingView: PageView {
        let path: String
        let name: String
        let size: String
        let formToken: String
        let fault: String?
        let impact: String?
        let format: String
        let encodingFound: String
        let encodings: [ChoiceView]
        let formats: [ChoiceView]
        let isWorkbook: Bool
        let hasHeader: Bool
        let sheets: [ChoiceView]
        let hasSheets: Bool
        let packs: [ChoiceView]
        let date: String
        let columns: [Column]
        let rows: [Row]
        let mayStart: Bool

        struct Column {
            let index: Int
            let header: String
            let isUsed: Bool
            let fields: [ChoiceView]
        }

        struct Row {
            let number: Int
            let cells: [String]
            let problem: String?
            let width: Int
        }

        static let template = """
            <p class="small noprint"><a href="/batch">⟦批量筛查|Batch⟧</a></p>
            <h1>{{{name}}}</h1>
            <p>{{format}} · {{encodingFound}} · {{size}}{{#impact}} · ⟦影响测算|impact of⟧ {{.}}{{/impact}}</p>
            {{#fault}}<p class="wrong" role="alert">{{.}}</p>{{/fault}}
            <form method="post" action="{{path}}">
            <input type="hidden" name="token" value="{{formToken}}">
            {{#mayStart}}<h2 id="columns-title">⟦核对各列|Check the columns⟧</h2>
            <p>⟦各列按表头猜测，前几行如下；不对的请改。只有“名称、其他名称、曾用名、品牌、经营范围、简介”参与筛查。|Columns are taken for what their headers say; the first rows are below. Change what is wrong. Only names, scopes and descriptions are screened.⟧</p>
            <div class="scroll" tabindex="0" role="region" aria-labelledby="columns-title"><table class="preview"><thead><tr><th scope="col">⟦行|Row⟧</th>{{#columns}}<th scope="col"{{#isUsed}} class="used"{{/isUsed}}><label for="column-{{index}}">{{{header}}}</label><select id="column-{{index}}" name="column-{{index}}">{{#fields}}<option value="{{value}}"{{#selected}} selected{{/selected}}>{{label}}</option>{{/fields}}</select></th>{{/columns}}</tr></thead>
            <tbody>{{#rows}}<tr><th scope="row" class="number">{{number}}</th>{{#problem}}<td colspan="{{width}}" class="prohibited">⟦无法读取|can't be read⟧⟦：|: ⟧{{.}}</td>{{/problem}}{{#cells}}<td>{{{.}}}</td>{{/cells}}</tr>
            {{/rows}}</tbody></table></div>{{/mayStart}}
            <div class="row"><div><label for="encoding">⟦编码|Encoding⟧</label><select id="encoding" name="encoding">{{#encodings}}<option value="{{value}}"{{#selected}} selected{{/selected}}>{{label}}</option>{{/encodings}}</select></div>
            {{^isWorkbook}}<div><label for="format">⟦格式|Format⟧</label><select id="format" name="format">{{#formats}}<option value="{{value}}"{{#selected}} selected{{/selected}}>{{label}}</option>{{/formats}}</select></div>{{/isWorkbook}}
            <div><label for="header">⟦第一行|First row⟧</label><select id="header" name="header"><option value="yes">⟦表头|names the columns⟧</option><option value="no"{{^hasHeader}} selected{{/hasHeader}}>⟦已是记录，没有表头|is a record; no header⟧</option></select></div>
            {{#hasSheets}}<div><label for="sheet">⟦工作表|Sheet⟧</label><select id="sheet" name="sheet">{{#sheets}}<option value="{{value}}"{{#selected}} selected{{/selected}}>{{label}}</option>{{/sheets}}</select></div>{{/hasSheets}}
            {{^impact}}<div><label for="pack">⟦规则包|Rule pack⟧</label><select id="pack" name="pack">{{#packs}}<option value="{{value}}"{{#selected}} selected{{/selected}}>{{label}}</option>{{/packs}}</select></div>
            <div><label for="as-of">⟦或规则适用日|or rules as of⟧</label><input type="date" id="as-of" name="as-of" value="{{date}}"></div>{{/impact}}</div>
            <div class="actions">{{#mayStart}}<button name="do" value="start">⟦开始筛查|Start⟧</button>{{/mayStart}}<button class="plain" name="do" value="show">⟦按此重新读取|Read again like this⟧</button></div></form>
            """
    }
#endif
