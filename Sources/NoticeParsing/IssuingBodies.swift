import NoticeModel

/// The bodies that issue financial rules in China, with their short and English names, and what became of them.
///
/// Only changes are listed of which the day is on record: the day on which the new body was unveiled, or the one on which
/// the National People's Congress or the reform plan decided on it, as each entry says. A body whose duties were divided
/// among several is left out.
enum IssuingBodies {
    /// The body called `name`, which has no padding; `nil` where it isn't known.
    static func body(named name: String) -> IssuingBody? {
        let folded = name.lowercased()
        let bare = folded.hasPrefix("the ") ? String(folded.dropFirst(4)) : folded
        guard let full = fullNames[bare] else { return nil }
        var changes: [IssuingBody.Change] = []
        var current = full
        // A chain of changes has few links; the limit keeps a slip in the table from running in a circle.
        while let next = successors[current], changes.count < 8 {
            changes.append(next)
            current = next.name
        }
        return IssuingBody(name: full, changes: changes)
    }

    /// Full names with the short and English names of each, in lower case.
    static let fullNames: [String: String] = {
        var table: [String: String] = [:]
        for (full, others) in names {
            table[Phrase.simplified(full)] = full
            for other in others { table[other.lowercased()] = full }
        }
        return table
    }()

    private static let successors: [String: IssuingBody.Change] = {
        var table: [String: IssuingBody.Change] = [:]
        for (old, new, date, note) in renamings {
            guard let date = LegalDate(iso: date) else { continue }
            table[old] = IssuingBody.Change(name: new, date: date, note: note)
        }
        return table
    }()

    private static let names: [(String, [String])] = [
        ("中国人民银行", ["人民银行", "人行", "央行", "People's Bank of China", "PBOC", "PBC"]),
        (
            "国家金融监督管理总局",
            ["金融监管总局", "国家金融监管总局", "National Financial Regulatory Administration", "NFRA"]
        ),
        (
            "中国银行保险监督管理委员会",
            [
                "银保监会", "中国银保监会", "China Banking and Insurance Regulatory Commission",
                "Banking and Insurance Regulatory Commission", "CBIRC",
            ]
        ),
        ("中国银行业监督管理委员会", ["银监会", "中国银监会", "China Banking Regulatory Commission", "CBRC"]),
        ("中国保险监督管理委员会", ["保监会", "中国保监会", "China Insurance Regulatory Commission", "CIRC"]),
        ("中国证券监督管理委员会", ["证监会", "中国证监会", "China Securities Regulatory Commission", "CSRC"]),
        ("国家外汇管理局", ["外汇局", "国家外汇局", "外汇管理局", "State Administration of Foreign Exchange", "SAFE"]),
        (
            "国家市场监督管理总局",
            ["市场监管总局", "国家市场监管总局", "State Administration for Market Regulation", "SAMR"]
        ),
        (
            "国家工商行政管理总局",
            ["工商总局", "国家工商总局", "State Administration for Industry and Commerce", "SAIC"]
        ),
        (
            "国家质量监督检验检疫总局",
            ["质检总局", "国家质检总局", "General Administration of Quality Supervision, Inspection and Quarantine", "AQSIQ"]
        ),
        (
            "国家发展和改革委员会",
            [
                "国家发展改革委", "发展改革委", "国家发改委", "发改委", "国家发展改革委员会", "National Development and Reform Commission", "NDRC",
            ]
        ),
        ("国家发展计划委员会", ["国家计委", "State Development Planning Commission"]),
        ("工业和信息化部", ["工信部", "Ministry of Industry and Information Technology", "MIIT"]),
        ("信息产业部", ["Ministry of Information Industry"]),
        ("公安部", ["Ministry of Public Security", "MPS"]),
        ("财政部", ["Ministry of Finance", "MOF"]),
        ("司法部", ["Ministry of Justice"]),
        ("国务院法制办公室", ["国务院法制办", "法制办", "Legislative Affairs Office of the State Council"]),
        ("商务部", ["Ministry of Commerce", "MOFCOM"]),
        ("对外贸易经济合作部", ["外经贸部", "Ministry of Foreign Trade and Economic Cooperation"]),
        ("国家互联网信息办公室", ["国家网信办", "网信办", "Cyberspace Administration of China", "CAC"]),
        ("中央网络安全和信息化委员会办公室", ["中央网信办", "Office of the Central Cyberspace Affairs Commission"]),
        ("中央网络安全和信息化领导小组办公室", []),
        ("国家税务总局", ["税务总局", "State Taxation Administration", "State Administration of Taxation"]),
        ("海关总署", ["General Administration of Customs"]),
        ("国家能源局", ["能源局", "National Energy Administration"]),
        ("审计署", ["National Audit Office"]),
        ("国务院", ["State Council"]),
        ("国务院办公厅", ["General Office of the State Council"]),
        ("最高人民法院", ["最高法", "最高法院", "Supreme People's Court"]),
        ("最高人民检察院", ["最高检", "最高检察院", "Supreme People's Procuratorate"]),
        ("全国人民代表大会常务委员会", ["全国人大常委会", "Standing Committee of the National People's Congress"]),
        ("中共中央宣传部", ["中央宣传部", "中宣部"]),
        ("农业部", ["Ministry of Agriculture"]), ("农业农村部", ["Ministry of Agriculture and Rural Affairs"]),
        ("文化部", ["Ministry of Culture"]), ("国家旅游局", ["旅游局"]),
        ("文化和旅游部", ["文旅部", "Ministry of Culture and Tourism"]),
        ("环境保护部", ["环保部", "Ministry of Environmental Protection"]),
        ("生态环境部", ["Ministry of Ecology and Environment"]),
        ("国土资源部", ["Ministry of Land and Resources"]), ("自然资源部", ["Ministry of Natural Resources"]),
        ("卫生部", ["Ministry of Health"]), ("国家卫生和计划生育委员会", ["国家卫生计生委", "卫计委"]),
        ("国家卫生健康委员会", ["国家卫生健康委", "卫健委", "National Health Commission"]),
    ]

    private static let renamings: [(String, String, String, String)] = [
        (
            "中国银行业监督管理委员会", "中国银行保险监督管理委员会", "2018-04-08",
            "merged with the insurance regulator; the new commission was unveiled"
        ),
        (
            "中国保险监督管理委员会", "中国银行保险监督管理委员会", "2018-04-08",
            "merged with the banking regulator; the new commission was unveiled"
        ),
        ("中国银行保险监督管理委员会", "国家金融监督管理总局", "2023-05-18", "the new administration was unveiled"),
        ("国家工商行政管理总局", "国家市场监督管理总局", "2018-04-10", "merged; the new administration was unveiled"),
        ("国家质量监督检验检疫总局", "国家市场监督管理总局", "2018-04-10", "merged; the new administration was unveiled"),
        ("国务院法制办公室", "司法部", "2018-03-17", "merged by decision of the National People's Congress"),
        ("国家发展计划委员会", "国家发展和改革委员会", "2003-03-10", "reorganised by decision of the National People's Congress"),
        ("对外贸易经济合作部", "商务部", "2003-03-10", "merged by decision of the National People's Congress"),
        ("信息产业部", "工业和信息化部", "2008-06-29", "merged; the new ministry was unveiled"),
        (
            "中央网络安全和信息化领导小组办公室", "中央网络安全和信息化委员会办公室", "2018-03-21",
            "the leading group became a commission; the plan was published"
        ),
        ("农业部", "农业农村部", "2018-04-03", "the new ministry was unveiled"),
        ("文化部", "文化和旅游部", "2018-04-08", "merged; the new ministry was unveiled"),
        ("国家旅游局", "文化和旅游部", "2018-04-08", "merged; the new ministry was unveiled"),
        ("环境保护部", "生态环境部", "2018-04-16", "the new ministry was unveiled"),
        ("国土资源部", "自然资源部", "2018-04-10", "the new ministry was unveiled"),
        ("卫生部", "国家卫生和计划生育委员会", "2013-03-17", "merged; the new commission was unveiled"),
        ("国家卫生和计划生育委员会", "国家卫生健康委员会", "2018-03-27", "the new commission was unveiled"),
    ]
}

extension Phrase {
    /// `text` in the form that the grammar folds to: one width, simplified characters.
    static func simplified(_ text: String) -> String {
        var folded = ""
        for value in Phrase(text).scalars { folded.unicodeScalars.append(Unicode.Scalar(value) ?? "\u{FFFD}") }
        return folded
    }
}
