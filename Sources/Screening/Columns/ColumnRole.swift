internal import RecordModel

/// What a column of a record file holds.
enum ColumnRole: Sendable, Hashable {
    case id
    case name(NameStrength)
    case otherNames(OtherName.Kind)
    case scope
    case description
    case actor
    case jurisdiction
    case approval
    /// 登记状态: whether the entity still exists.
    case status
    /// 成立日期.
    case registrationDate
    /// What a person says the verdict should be; read by the accuracy report alone.
    case label
    /// What the user says is none of these, whatever its header says.
    case leftOut

    /// How surely a column of names holds the registered one.
    enum NameStrength: Sendable, Hashable {
        /// 名称, name: the registered name where no other column is.
        case plain
        /// 企业名称, company: the registered name, even beside a column called name.
        case registered
    }

    /// Whether the column's words are matched.
    var isScreened: Bool {
        switch self {
        case .name, .otherNames, .scope, .description: true
        case .id, .actor, .jurisdiction, .approval, .status, .registrationDate, .label, .leftOut: false
        }
    }
}

extension ColumnRole {
    /// The role that a header says its column has, or `nil` where it says none that is known.
    ///
    /// Case, width, blanks and the marks `_ - * : .` make no difference; neither does an ending such as `_zh`.
    init?(header: String) {
        let key = Self.key(of: header)
        if let role = Self.roles[key] {
            self = role
            return
        }
        // 企业(机构)名称, 经营范围(许可): what stands in brackets only says more.
        if let start = key.firstIndex(where: { "([".contains($0) }),
            let end = key[start...].firstIndex(where: { ")]".contains($0) }), start > key.startIndex,
            let role = Self.roles[String(key[..<start] + key[key.index(after: end)...])]
        {
            self = role
            return
        }
        for ending in ["zh", "en", "cn"] where key.hasSuffix(ending) {
            guard let role = Self.roles[String(key.dropLast(ending.count))] else { continue }
            self = role
            return
        }
        return nil
    }

    /// A header in the form in which headers are compared.
    static func key(of header: String) -> String {
        var key = String.UnicodeScalarView()
        for scalar in header.unicodeScalars {
            switch scalar.value {
            case 0xFF01...0xFF5E:
                guard let narrow = Unicode.Scalar(scalar.value - 0xFEE0) else { continue }
                if !ignored.contains(narrow) { key.append(narrow) }
            case 0x200B...0x200D, 0xFEFF:
                continue
            default:
                if !scalar.properties.isWhitespace, !ignored.contains(scalar) { key.append(scalar) }
            }
        }
        return String(key).lowercased()
    }

    private static let ignored: Set<Unicode.Scalar> = ["_", "-", "*", ":", ".", "\"", "'"]

    private static let roles: [String: ColumnRole] = {
        var roles: [String: ColumnRole] = [:]
        func add(_ role: ColumnRole, _ headers: String) {
            for header in headers.split(separator: " ") {
                roles[String(header)] = role
            }
        }
        add(
            .id,
            """
            统一社会信用代码 社会信用代码 统一信用代码 信用代码 统一代码 注册号 工商注册号 企业注册号 主体代码 客户号 客户编号 商户号 uscc \
            unifiedsocialcreditcode creditcode id entityid registrationnumber cik cikstr companynumber companyid lei
            """
        )
        add(
            .name(.registered),
            """
            企业名称 公司名称 公司全称 企业全称 单位名称 单位全称 机构名称 主体名称 经营主体名称 市场主体名称 商事主体名称 \
            个体工商户名称 纳税人名称 申请人名称 客户名称 商户名称 供应商名称 被投资企业 被投企业 公司 企业 \
            company companyname enterprisename entityname entname entity registeredname legalname conformedname \
            companyconformedname registrantname issuername
            """
        )
        add(.name(.plain), "名称 全称 name fullname registrant issuer")
        add(.otherNames(.brand), "品牌 品牌名 品牌名称 产品 产品名 产品名称 字号 字号名称 商号 简称 brand brandname product productname shortname")
        add(
            .otherNames(.former),
            "曾用名 曾用名称 历史名称 历史名 原名称 原名 变更前名称 formername formernames previousname previousnames"
        )
        add(
            .otherNames(.unspecified),
            """
            其他名称 别名 英文名称 英文名 外文名称 外文名 othername othernames alias aliases englishname alternativename \
            alternativenames tradename tradenames
            """
        )
        add(
            .scope,
            """
            经营范围 业务范围 经营业务范围 经营项目 许可经营项目 一般经营项目 许可项目 一般项目 主营范围 兼营范围 经营范围及方式 \
            scope businessscope opscope scopeofbusiness
            """
        )
        add(
            .description,
            """
            简介 公司简介 企业简介 项目简介 产品介绍 描述 业务描述 介绍 公司介绍 企业介绍 主营业务 说明 \
            intro introduction description shortdescription longdescription businessdescription bio brief briefinfo \
            summary about overview
            """
        )
        add(
            .jurisdiction,
            "省份 所属省份 所在省份 所属地区 国家 国别 注册地 province jurisdiction jurisdictioncode country"
        )
        add(.actor, "主体类型 经营主体类型 机构类型 actor actortype entitytype")
        add(.label, "expected label 期望 标注 应得结论")
        add(
            .status,
            """
            登记状态 经营状态 企业状态 公司状态 主体状态 存续状态 登记注册状态 状态 status registrationstatus companystatus \
            currentstatus
            """
        )
        add(
            .registrationDate,
            """
            成立日期 成立时间 注册日期 注册时间 设立日期 登记日期 established founded regdate registrationdate \
            incorporationdate dateofincorporation
            """
        )
        add(.approval, "批准文号 许可 许可证 许可证号 备案号 approval licence license permit")
        return roles
    }()
}
