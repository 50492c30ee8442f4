/// What the ranker looks at in a mention, as hashes and small numbers that are computed once.
struct MentionProfile {
    /// A pronoun's dictionary form, the kind of a name, or how a noun phrase begins.
    var type: UInt64
    /// Pronoun, name, noun phrase, demonstrative: the coarse type.
    var form: UInt64
    var head: UInt64
    var lemma: UInt64
    /// All words but articles and the possessive "'s".
    var phrase: UInt64
    var firstWord: UInt64
    var lastWord: UInt64
    var wordBefore: UInt64
    var wordAfter: UInt64
    /// Lemma of the head's head, and whether it is a verb.
    var governor: UInt64
    var governorToken: Int
    var relation: UInt64
    /// The hash of the words that a candidate is ranked by.
    var candidateWords: UInt64
    /// The hash of lemma, governor and type.
    var mentionWords: UInt64
    /// Content words before and behind the head, as hashes: where they stand among those of all mentions.
    var modifiers: Range<Int>
    var kind: UInt64
    var nounClass: UInt64
    var agreement: UInt64
    var prominence: UInt64
    var paragraph: Int
    /// The quotation that it stands in, or -1.
    var quotation: Int32
    var length: Int
    /// Whether the tree says that it is a predicate ("X is a Y").
    var isPredicate: Bool

    /// - Parameter modifiers: receives the mention's modifiers.
    init(
        _ mention: CoreferenceMention, _ state: CoreferenceState, _ quotationOfToken: [Int32], _ predicates: Set<Int>,
        _ modifiers: inout [UInt64]
    ) {
        let document = state.document
        func hash(_ string: String) -> UInt64 { FeatureHash.hash(string.utf8) }
        func norm(_ token: Int, in sentence: Range<Int>) -> UInt64 {
            sentence.contains(token) ? hash(document.norm(token)) : 1
        }
        let sentence = document.sentences[mention.sentence].tokens
        let headNorm = document.norm(mention.head)
        form =
            switch mention.form {
            case .pronoun: mention.pronoun == nil ? 3 : 0
            case .name: 1
            case .nominal: 2
            }
        let begins: UInt64 =
            mention.isCoordination
            ? 7
            : mention.isIndefinite
                ? 1 : mention.isDefinite ? (document.norm(mention.tokens.lowerBound).hasPrefix("th") ? 2 : 3) : 4
        type =
            switch mention.form {
            case .pronoun:
                FeatureHash.mix(
                    11,
                    hash(
                        document.lemma(mention.head).lowercased()
                            + (mention.pronoun?.isReflexive == true ? "-self" : "")))
            case .name: FeatureHash.mix(12, UInt64(mention.kind?.rawValue ?? 99))
            case .nominal: FeatureHash.mix(13, begins)
            }
        head = hash(headNorm)
        lemma = hash(document.lemma(mention.head).lowercased())
        var phrase: UInt64 = mention.isCoordination ? 5 : 0
        let firstModifier = modifiers.count
        for token in mention.tokens {
            switch document.upos[token] {
            case .det, .punct, .part: continue
            default: break
            }
            let word = hash(document.norm(token))
            phrase = FeatureHash.mix(phrase, word)
            if token != mention.head, document.upos[token] != .adp, document.upos[token] != .pron {
                modifiers.append(word)
            }
        }
        self.phrase = phrase
        self.modifiers = firstModifier..<modifiers.count
        firstWord = norm(mention.tokens.lowerBound, in: sentence)
        lastWord = norm(mention.tokens.upperBound - 1, in: sentence)
        wordBefore = norm(mention.tokens.lowerBound - 1, in: sentence)
        wordAfter = norm(mention.tokens.upperBound, in: sentence)
        if let token = document.head(of: mention.head) {
            governorToken = token
            governor = hash(document.lemma(token).lowercased())
        } else {
            governorToken = -1
            governor = 1
        }
        candidateWords = FeatureHash.mix(FeatureHash.mix(lemma, firstWord), FeatureHash.mix(wordBefore, wordAfter))
        mentionWords = FeatureHash.mix(FeatureHash.mix(lemma, governor), type)
        relation = UInt64(document.relations[mention.head].rawValue)
        kind = UInt64(mention.kind?.rawValue ?? 99)
        nounClass =
            switch mention.form == .nominal ? state.nouns[document.lemma(mention.head).lowercased()] : nil {
            case .man: 1
            case .woman: 2
            case .person: 3
            case .group: 4
            case nil: 0
            }
        agreement = UInt64(mention.agreement.gender.rawValue) << 4 | UInt64(mention.agreement.number.rawValue)
        prominence = UInt64(mention.prominence.rawValue)
        paragraph = document.sentences[mention.sentence].paragraph
        quotation = quotationOfToken[mention.head]
        length = mention.tokens.count
        isPredicate = predicates.contains(mention.head)
    }
}
