import LegalText

/// The settings that every command minds.
enum Settings {
    /// Where rules and notices are.
    static let data = Setting.path(
        "data",
        example: "/usr/share/hegui",
        reason: LocalizedText(
            zh: "存放 rules 与 corpus 的文件夹；不设则依次在程序旁及 /usr/share/hegui 查找，从不在当前文件夹查找。",
            en: "The folder that holds 'rules' and 'corpus'; without it they are looked for beside the program "
                + "and in "
                + "/usr/share/hegui, never in the working directory."
        )
    )

    /// The rules that are used where none are named.
    static let pack = Setting.text(
        "pack",
        expecting: "the id of a rule pack",
        standard: ScreeningOptions.standardPack,
        reason: LocalizedText(
            zh: "未指明规则包时使用的规则包。机构自有规则包的，可设为其名称。",
            en: "The rule pack where none is named; an institution with a pack of its own names it here."
        )
    )

    /// Whether only signed packs are used.
    static let requireSigned = Setting.flag(
        "require-signed",
        reason: LocalizedText(
            zh: "只使用由受信任密钥签名且未被改动的规则包。规则包由他人制作或经网络送达时应启用。",
            en: "Use only rule packs that are signed with a trusted key and unaltered; for packs that others "
                + "make or that come "
                + "over a network."
        )
    )

    /// Whose signatures count.
    static let trustedKeys = Setting.path(
        "trusted-keys",
        example: "",
        standard: "/etc/hegui/trusted-keys",
        reason: LocalizedText(
            zh: "存放受信任公钥（.pub）的文件夹。能写入此文件夹者即可决定使用谁的规则，只应由管理员写入。",
            en: "The folder of the public keys (.pub) whose signatures count; whoever can write there chooses "
                + "whose rules are "
                + "used."
        )
    )

    /// All settings, in the order of the file.
    static let all: [any AnySetting] = [data, pack, requireSigned, trustedKeys] + service

    private static var service: [any AnySetting] {
        #if Service
            ServiceSetting.all + LimitSetting.all.map(\.setting)
        #else
            []
        #endif
    }
}
