/// The concepts that the engine itself reads, whatever the rules say.
package enum ContextConcept: String, CaseIterable {
    /// 境外, 海外, overseas: what places an activity abroad.
    case overseas
    /// 境内, 国内, in mainland China: what places an activity in the country.
    case inCountry = "in-country"
    /// 面向境内居民, for Chinese users: whom a service from abroad is for.
    case domesticAudience = "domestic-audience"
    /// Provinces and cities of the mainland, in Chinese.
    case mainlandPlace = "mainland-place"
    /// Provinces and cities of the mainland, in English.
    case mainlandPlaceEnglish = "mainland-place-en"
    /// Chinese, China-based: what English descriptions say beside places.
    case mainlandAdjective = "mainland-adjective"
    /// Places whose law isn't the mainland's.
    case foreignPlace = "foreign-place"
    /// Inc., GmbH, 境外企业: kinds of company that the mainland's law doesn't know.
    case foreignForm = "foreign-form"
    /// 有限公司 and the other forms of enterprises and individual businesses.
    case companyForm = "company-form"
    /// 科技, 贸易, 区块链技术: what names say that enterprises do; read in names only.
    case industry
    /// 协会, 合作社, 代表处: bodies that Art. 8 may not bind.
    case otherOrganisation = "other-organisation"
    /// 经…批准, 持牌: what claims an approval.
    case approvalClaim = "approval-claim"
    /// 区块链, 钱包: what tells that the first letters of a term's pinyin are meant as the term.
    case cryptoCue = "crypto-cue"
    /// 银行, 支付公司 and the other kinds of actor that bans bind: the concepts that it includes.
    case actor
}

extension ContextConcept {
    /// The concept's place in ``allCases``.
    var number: Int {
        switch self {
        case .overseas: 0
        case .inCountry: 1
        case .domesticAudience: 2
        case .mainlandPlace: 3
        case .mainlandPlaceEnglish: 4
        case .mainlandAdjective: 5
        case .foreignPlace: 6
        case .foreignForm: 7
        case .companyForm: 8
        case .industry: 9
        case .otherOrganisation: 10
        case .approvalClaim: 11
        case .cryptoCue: 12
        case .actor: 13
        }
    }

    /// The place of each concept in the order of ``allCases``, given the places of all by their ids.
    static func places(in indices: [String: Int]) -> [Int?] {
        allCases.map { indices[$0.rawValue] }
    }
}
