package import LegalText

/// A notion of the lexicon with the words that express it, such as “矿机”.
///
/// Rules speak of concepts, so that a new way of saying a thing is added in one place.
package struct Concept: Sendable, Hashable, Identifiable {
    /// The id, equal to the file's name.
    package let id: String

    /// What it is called.
    package let title: LocalizedText

    /// Whether its words are too common to make a record worth a closer look by themselves.
    package let isGeneric: Bool

    /// The words, in groups that share the same limits.
    package internal(set) var groups: [TermGroup]

    /// Concepts whose words express this one too.
    package internal(set) var includes: [String]

    /// Phrases that hold a word of the concept and mean something else.
    package internal(set) var allowances: [Allowance]

    /// The day from which registered names and scopes must not contain its own words, as `2021-09-24`, where one is set.
    package let since: String?

    /// Where the concept is defined.
    package let location: SourceLocation
}

/// Words of a concept that share the same limits.
package struct TermGroup: Sendable, Hashable {
    /// The words with their languages.
    package internal(set) var terms: [Term]

    /// What must not stand directly before them.
    package internal(set) var notBefore: [String]

    /// What must not stand directly after them.
    package internal(set) var notAfter: [String]

    /// The concept of which another word must stand in the same item, or `nil` where the words suffice.
    package internal(set) var needs: String?

    /// In which disguises the Chinese words are looked for too.
    package internal(set) var disguises: Set<TermDisguise>

    /// One word or phrase.
    package struct Term: Sendable, Hashable {
        /// The word.
        package let text: String
        /// Its language.
        package let language: LocalizedText.Language
        /// Where it is written.
        package let location: SourceLocation
    }
}

/// A disguise that a group of terms must allow, since not every word in it is one: 数字笔 is a pen, `BI` no coin.
package enum TermDisguise: String, Sendable, Hashable, CaseIterable {
    /// Characters written as their parts.
    case split
    /// Characters written in pinyin.
    case pinyin
    /// The first letters of the term's pinyin, beside another word about crypto.
    case initials
    /// Characters replaced by others that sound or look alike.
    case homophone
}

/// A phrase that holds a word of a concept and means something else: 煤矿机械, 网络游戏虚拟货币.
package struct Allowance: Sendable, Hashable {
    /// The phrases.
    package internal(set) var phrases: [TermGroup.Term]

    /// What the phrase does to the word inside it.
    package let effect: Effect

    /// Why, in both languages; shown where the effect is `review`.
    package let reason: LocalizedText

    /// What an allowance does to the word that its phrase holds.
    package enum Effect: String, Sendable, Hashable, CaseIterable {
        /// The word doesn't count.
        case clear
        /// The word counts, and a person must look.
        case review
    }
}

/// Words that deny or forbid what stands beside them.
package struct NegationGroup: Sendable, Hashable {
    /// The words.
    package internal(set) var cues: [TermGroup.Term]

    /// What they reach.
    package let direction: Direction

    /// How far they reach, in scalars between cue and word; `nil` for as far as the clause goes.
    package internal(set) var reach: Int?

    /// Which side of the cue is denied.
    package enum Direction: String, Sendable, Hashable, CaseIterable {
        /// What follows: 不从事….
        case forward
        /// What goes before: …除外.
        case backward
        /// Nothing: 不仅, which holds a cue without denying.
        case none
    }
}

/// The concepts and negations that all packs of a rules folder share.
package struct Lexicon: Sendable {
    /// The concepts by id.
    package internal(set) var concepts: [String: Concept]

    /// The negations.
    package internal(set) var negations: [NegationGroup]

    /// Creates a lexicon.
    package init(concepts: [String: Concept], negations: [NegationGroup]) {
        self.concepts = concepts
        self.negations = negations
    }
}
