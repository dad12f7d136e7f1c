import Foundation

/// Phrases that stand for the terms of a large list.
enum Phrases {
    /// The phrases of a file, one a line, without those that a list in YAML would need quoting for.
    static func read(_ path: String) throws -> [String] {
        try String(contentsOfFile: path, encoding: .utf8).split(whereSeparator: \.isNewline).map(String.init)
            .filter { $0.unicodeScalars.count >= 3 && !$0.contains { "'\"\\".contains($0) } }
    }

    /// So many phrases of common characters, each another one.
    static func madeUp(_ count: Int) -> [String] {
        let characters = Array(
            "电子机械设备软件服务技术产品材料化工食品药医疗器具建筑工程环保节能汽车配件纺织服装家具玩具文化体育用品金属制造加工销售研发设计安装维修租赁咨询管理运输仓储农林牧渔水果蔬菜花卉饲料肥料塑料橡胶玻璃陶瓷"
        )
        // A congruential generator, for the same phrases in every run.
        var state: UInt64 = 42
        func next(_ limit: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % limit
        }
        var phrases: Set<String> = []
        var ordered: [String] = []
        while ordered.count < count {
            let phrase = String((0..<(4 + next(5))).map { _ in characters[next(characters.count)] })
            if phrases.insert(phrase).inserted { ordered.append(phrase) }
        }
        return ordered
    }

    /// `count` phrases from all over the list.
    static func spread(_ phrases: [String], count: Int) -> [String] {
        let step = max(1, phrases.count / count)
        return Array(stride(from: 0, to: phrases.count, by: step).lazy.map { phrases[$0] }.prefix(count))
    }
}
