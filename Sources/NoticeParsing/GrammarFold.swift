/// Folds the scalars that the parser's own grammar is written in: one width, simplified characters, one form of
/// brackets and quotation marks.
///
/// This is no conversion of texts: it holds only the characters of the words that the parser looks for.
enum GrammarFold {
    /// The form in which the grammar knows a scalar; one scalar stays one scalar, so that positions stay.
    static func folded(_ value: UInt32) -> UInt32 {
        if value < 0x80 { return value }
        switch value {
        case 0xFF01...0xFF5E: return folded(value - 0xFEE0)
        case 0x3000, 0xA0, 0x2000...0x200A, 0x202F, 0x205F: return 0x20
        case 0x3014, 0xFE5D, 0x3010: return 0x5B
        case 0x3015, 0xFE5E, 0x3011: return 0x5D
        case 0xFE59: return 0x28
        case 0xFE5A: return 0x29
        case 0x300C: return 0x201C
        case 0x300D: return 0x201D
        case 0x300E: return 0x2018
        case 0x300F: return 0x2019
        case 0xFF61: return 0x3002
        default: return simplified[value] ?? value
        }
    }

    /// Whether a scalar is one that only traditional texts have.
    static func isTraditional(_ value: UInt32) -> Bool {
        simplified[value] != nil
    }

    /// Whether a scalar is the simplified form of one in the table.
    static func isSimplified(_ value: UInt32) -> Bool {
        simplifiedForms.contains(value)
    }

    /// Traditional characters of the grammar's words, each with its simplified form.
    private static let simplified: [UInt32: UInt32] = {
        let pairs = """
            條条號号審审賠赔發发關关於于進进風风險险國国業业務务應应當当須须嚴严準准許许負负責责權权屬属廢废無无損损擔担\
            構构處处罰罚違违規规則则辦办據据經经華华銀银證证監监會会財财稅税總总機机單单個个區区縣县廳厅員员開开\
            間间報报實实節节編编項项萬万億亿兩两該该對对為为將将與与從从來来後后時时貨货幣币虛虚擬拟資资產产現现\
            圍围稱称類类並并點点網网絡络營营運运動动態态電电檢检執执歸归銷销佈布聯联協协導导練练組组織织紀纪託托\
            備备註注冊册義义書书專专術术際际範范釋释質质廣广聞闻達达強强啟启團团黨党門门問问題题認认識识說说請请\
            讓让變变標标樣样檔档決决議议訂订訊讯設设計计記记訴诉詞词試试誤误調调談谈論论講讲謝谢護护貴贵買买賣卖\
            費费貸贷賬账購购贈赠轉转輸输辭辞邊边遞递遠远適适選选還还郵邮鄉乡針针錄录鎖锁陸陆隊队階阶隨随難难離离\
            額额顯显預预領领頭头願愿養养館馆驗验體体內内兌兑舉举勞劳勢势勝胜勵励勸劝匯汇參参歷历縮缩傳传價价優优\
            償偿儲储債债傷伤舊旧衛卫補补製制複复覆复見见視视觀观係系隸隶級级約约純纯給给統统續续緊紧綜综線线維维\
            緩缓繼继績绩罷罢職职聽听臨临蓋盖藝艺藥药滿满減减測测濟济灣湾災灾爭争狀状獎奖獲获環环畫画療疗盜盗盡尽\
            礎础禮礼種种積积穩稳競竞筆笔簡简簽签糾纠納纳細细終终結结絕绝絲丝斷断暫暂極极檻槛歐欧殘残氣气沒没淺浅\
            溝沟挾挟捨舍掃扫採采換换擇择擊击擴扩擾扰攤摊敗败數数戶户戰战懲惩憲宪懷怀憑凭廠厂徹彻徵征復复禦御
            """
        var table: [UInt32: UInt32] = [:]
        var pending: UInt32?
        for scalar in pairs.unicodeScalars where !scalar.properties.isWhitespace {
            if let traditional = pending {
                if traditional != scalar.value { table[traditional] = scalar.value }
                pending = nil
            } else {
                pending = scalar.value
            }
        }
        return table
    }()

    private static let simplifiedForms = Set(simplified.values)
}
