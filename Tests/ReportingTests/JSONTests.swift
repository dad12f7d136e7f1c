import LegalText
import RecordModel
import Reporting
import Testing

@Suite("Writing JSON")
struct JSONTests {
    @Test("escapes what JSON and line readers need escaped, and nothing else")
    func escapes() {
        let value = JSONValue.string("“引” \"q\" \\ / \n\r\t\u{0}\u{1F}\u{7F}\u{2028} 币🪙")
        #expect(value.compact == #""“引” \"q\" \\ / \n\r\t\u0000\u001f\u007f\u2028 币🪙""#)
    }

    @Test("keeps the order of members, compact or indented")
    func layout() {
        let value: JSONValue = [
            "z": .array([]), "a": [:], "span": ["start": .int(0), "end": .int(9)],
            "list": .array([.null, .bool(true)]),
        ]
        #expect(value.compact == #"{"z":[],"a":{},"span":{"start":0,"end":9},"list":[null,true]}"#)
        #expect(
            value.indented == """
                {
                  "z": [],
                  "a": {},
                  "span": {"start": 0, "end": 9},
                  "list": [
                    null,
                    true
                  ]
                }
                """
        )
    }

    @Test("writes a verdict as hegui/verdict/1")
    func verdict() {
        let json = VerdictJSON(packs: [Sample.pack], language: .zh).document(Sample.record, Sample.verdict)
        let expected =
            #"{"schema":"hegui/verdict/1","packs":[{"id":"yinfa-2026-42","version":"1.0.0","digest":"sha256:abc"}],"#
            + #""record":{"id":"91440300TEST","name":"前海ＲＷＡ公司","otherNames":["甲","币乙"],"#
            + #""scope":"一般项目：软件开发；比特币矿机销售","description":null,"actor":null,"jurisdiction":null,"#
            + #""approval":null,"registrationStatus":null,"registrationDate":null},"verdict":"prohibited","findings":[{"rule":"yinfa-2026-42/registration-terms","#
            + #""ban":"term","activity":"registration-term","verdict":"prohibited","basis":{"notice":"yinfa-2026-42","#
            + #""documentNumber":"银发〔2026〕42号","provision":"art_8","label":"（八）","quote":"不得含有“RWA”等字样","#
            + #""language":"zh","status":"unofficial-reconstruction"},"authority":"市场监管部门","cure":null,"item":null,"#
            + #""evidence":[{"field":"name","start":6,"end":15,"text":"ＲＷＡ","term":"RWA","disguise":["width"]}],"#
            + #""doubts":[],"considered":[],"explanation":{"zh":"名称含有“RWA”","en":"the name contains RWA"}},"#
            + #"{"rule":"yinfa-2026-42/mining-machines","ban":"activity","activity":"mining-machine-sales","#
            + #""verdict":"review","basis":{"notice":"yinfa-2026-42","documentNumber":null,"provision":"art_9","#
            + #""label":null,"quote":null,"language":null,"status":null},"authority":null,"#
            + #""cure":{"requirement":{"zh":"经同意","en":"consent"},"grantor":null},"#
            + #""item":{"number":2,"text":"比特币矿机销售","start":30,"end":51,"licence":"general"},"#
            + #""evidence":[{"field":"scope","start":39,"end":45,"text":"矿机","term":"矿机","disguise":[]},"#
            + #"{"field":"otherNames","index":1,"start":0,"end":3,"text":"币","term":"币","disguise":[]}],"#
            + #""doubts":[{"id":"maker-unknown","zh":"不知是否为生产企业","en":"it may not be the maker"}],"considered":[],"#
            + #""explanation":{"zh":"在境内销售矿机","en":"sells mining machines"}}],"#
            + #""released":[{"rule":"yinfa-2026-42/exchange","evidence":[{"field":"scope","start":15,"end":27,"#
            + #""text":"软件开发","term":"软件开发","disguise":[]}],"cue":"不从事"}]}"#
        #expect(json.compact == expected)
    }

    @Test("quotes the clause in the language asked for, with its status")
    func language() {
        let json = VerdictJSON(packs: [Sample.pack], language: .en).document(Sample.record, Sample.verdict).compact
        #expect(json.contains(#""quote":"must not contain “RWA”","language":"en","status":"unofficial-translation""#))
    }
}
