import Facts
import Language

/// What each token of a question may be, looked up once before the search.
struct TokenReadings {
    /// A verb that may begin at a token, with its particle where it has one.
    struct Verb {
        /// An index into the lemmas of `vocabulary`.
        var lemma: Int32
        var length: Int
        var score: Double
        var isParticiple: Bool
        var isGerund: Bool
    }

    /// A span of fixed length at a token: a name of the articles, a number, a date, a filter.
    struct Span {
        var length: Int
        var score: Double
        /// Filters: the index of the rule, and where it may stand.
        var rule = -1
        var place = FilterRule.Place.anywhere
    }

    /// How a token may stand in a name.
    struct NameFit {
        var mayBegin = false
        var mayEnd = false
        var mayBeAlone = false
        var mayStandInside = false
        /// Costs inside and at the end.
        var inside = 0.0
        var last = 0.0
    }

    let count: Int
    private(set) var vocabulary: QuestionWords
    /// The number of the token's word in the automaton, -1 for a word that no wording names.
    private(set) var words: [Int32] = []
    private(set) var literalScores: [Double] = []
    private(set) var isNegation: [Bool] = []
    private(set) var isComma: [Bool] = []
    /// Whether a quotation begins, ends or may be cut here.
    private(set) var mayBegin: [Bool] = []
    private(set) var mayEnd: [Bool] = []
    private(set) var isQuoted: [Bool] = []
    private(set) var hasMeaning: [Bool] = []
    private(set) var isPunctuation: [Bool] = []
    /// The verbs of all tokens, and where those of each begin.
    private var allVerbs: [Verb] = []
    private var firstVerb: [Int] = []
    /// The verb that a wording's own word is: "meet"; a lemma, -1 for none.
    private(set) var literalVerbs: [Int32] = []
    /// The verb that a noun is derived from; a lemma, -1 for none.
    private(set) var nouns: [Int32] = []
    private(set) var isAdjective: [Bool] = []
    private(set) var names: [NameFit] = []
    private(set) var knownNames: [[Span]] = []
    private(set) var kindMayBegin: [Bool] = []
    private(set) var kindMayEnd: [Bool] = []
    private(set) var kindMayStandInside: [Bool] = []
    private(set) var numbers: [Int?] = []
    private(set) var dates: [Span?] = []
    private(set) var publishers: [[Span]] = []
    private(set) var quotations: [Span?] = []
    /// Filters that begin here; set when they have been searched for.
    var filters: [[Span]]
    /// The tokens that end before a filter begins.
    var filterBegins: [Bool]

    /// The most tokens of a name of the articles that is looked up.
    static let longestName = 6

    init(_ question: Document, grammar: QuestionGrammar, lexicon: Lexicon, knowledge: some WordKnowledge) {
        count = question.count
        filters = Array(repeating: [], count: count)
        filterBegins = Array(repeating: false, count: count + 1)
        var vocabulary = QuestionWords(question, grammar: grammar, lexicon: lexicon, knowledge: knowledge)
        self.vocabulary = vocabulary
        let quotationOf = Self.quotations(vocabulary)
        // "what didn't Marrow sign": a name with its capital is no verb, whatever it was tagged.
        let hasVerb = (0..<count).contains {
            question.upos[$0] == .verb && !vocabulary.lemma(at: $0).isLight
                && !($0 > 0 && vocabulary.isCapital[$0] && vocabulary.has(.name, at: $0))
        }
        let dateReader = DateReader(values: grammar.values)
        let verbReader = VerbReader(question: question, hasVerb: hasVerb)
        reserve()
        let (texts, wordOfToken) = (vocabulary.texts, vocabulary.wordOfToken)
        for token in 0..<count {
            let word = vocabulary.word(at: token)
            let traits = word.traits
            let lemma = vocabulary.lemma(at: token)
            let upos = question.upos[token]
            let quotation = quotationOf[token]
            let isPlain = quotation == nil
            isQuoted.append(!isPlain)
            mayBegin.append(isPlain || quotation?.lowerBound == token)
            mayEnd.append(isPlain || quotation?.upperBound == token + 1)
            words.append(isPlain ? word.id : -1)
            literalScores.append(Self.literalScore(upos))
            isNegation.append(traits.contains(.negation) && !(token + 1 < count && vocabulary.has(.to, at: token + 1)))
            isComma.append(traits.contains(.comma))
            isPunctuation.append(upos == .punct)
            hasMeaning.append(upos != .punct && upos != .adp)
            literalVerbs.append(upos == .verb && !lemma.isLight ? vocabulary.lemmaOfToken[token] : -1)
            nouns.append(isPlain ? lemma.verbOfNoun : -1)
            isAdjective.append(lemma.isAdjective || traits.contains(.adjective))
            var name = Self.nameFit(token, question, vocabulary, isQuoted: !isPlain)
            if vocabulary.isMixed, token > 0, vocabulary.isCapital[token] {
                // A capital inside the question is a name's, whatever the tagger took it for.
                name = NameFit(
                    mayBegin: true, mayEnd: true, mayBeAlone: true, mayStandInside: true, inside: -0.02, last: 0.48)
            } else if isNegation[token] {
                (name.mayBegin, name.mayBeAlone) = (false, false)
            }
            names.append(name)
            // "which companies left": a plural behind its determiner is easily taken for a verb.
            let isPlural =
                question.xpos[token] == .vbz && token > 0 && Tags.beforePlural.contains(question.xpos[token - 1])
            // "how much did": no kind of thing.
            kindMayBegin.append(upos != .det && upos != .pron && upos != .aux)
            kindMayEnd.append(Tags.endsKind.contains(upos) || isPlural)
            kindMayStandInside.append(!Tags.outsideKind.contains(upos))
            numbers.append(word.number)
            var date: Span?
            if isPlain,
                traits.contains(.date)
                    || traits.contains(.dateLink) && token + 1 < count
                        && vocabulary.has([.date, .dateLink], at: token + 1)
            {
                let end = min(count, token + DateReader.longest)
                date = dateReader.read((token..<end).lazy.map { texts[Int(wordOfToken[$0])] }).flatMap {
                    Self.date($0, at: token, question)
                }
            }
            dates.append(date)
            quotations.append(quotation?.lowerBound == token ? quotation.map { Span(length: $0.count, score: 1) } : nil)
            firstVerb.append(allVerbs.count)
            if isPlain { verbReader.add(at: token, &vocabulary, knowledge, to: &allVerbs) }
            var known: [Span] = []
            var published: [Span] = []
            if isPlain, traits.contains(.beginsName) {
                for end in token + 1...min(count, token + Self.longestName) {
                    if quotationOf[end - 1] != nil { break }
                    let isName =
                        // "who" is no organisation.
                        end == token + 1
                        ? traits.contains(.name) && (!traits.contains(.stop) || vocabulary.isCapital[token])
                        : knowledge.isName(vocabulary.texts(at: token..<end))
                    if isName {
                        let score = (token..<end).reduce(1.5) { sum, inside in
                            let fit = Self.nameFit(inside, question, vocabulary, isQuoted: false)
                            return sum + (inside == end - 1 ? fit.last : fit.inside)
                        }
                        known.append(Span(length: end - token, score: score))
                    }
                }
            }
            if isPlain, traits.contains(.beginsPublisher) {
                for end in token + 1...min(count, token + Self.longestName)
                where knowledge.isPublisher(vocabulary.texts(at: token..<end)) {
                    published.append(Span(length: end - token, score: 1.5))
                }
            }
            knownNames.append(known)
            publishers.append(published)
        }
        firstVerb.append(allVerbs.count)
        self.vocabulary = vocabulary
    }

    private mutating func reserve() {
        literalScores.reserveCapacity(count)
        names.reserveCapacity(count)
        allVerbs.reserveCapacity(count * 2)
        knownNames.reserveCapacity(count)
        publishers.reserveCapacity(count)
    }

    /// The verbs that a token may begin.
    func verbs(at token: Int) -> ArraySlice<Verb> { allVerbs[firstVerb[token]..<firstVerb[token + 1]] }

    /// The lemma of one of them.
    func verb(at token: Int, number: Int) -> String {
        vocabulary.lemmaTexts[Int(allVerbs[firstVerb[token] + number].lemma)]
    }

    /// A verb of the question as it stands in the dictionary.
    func text(ofLemma lemma: Int32) -> String? { lemma < 0 ? nil : vocabulary.lemmaTexts[Int(lemma)] }

    /// The adjective of a class that a token is: its lemma, or the word itself.
    func adjective(at token: Int) -> String? {
        guard isAdjective[token] else { return nil }
        return vocabulary.lemma(at: token).isAdjective
            ? text(ofLemma: vocabulary.lemmaOfToken[token]) : vocabulary.text(at: token)
    }

    /// The wordings of filters that may begin at a token.
    func filterBeginnings(at token: Int) -> [FilterBeginning] {
        isQuoted[token] ? [] : vocabulary.filtersOfWord[Int(vocabulary.wordOfToken[token])]
    }

    /// "after the January test" names no date: a noun follows, or there is an article without a day.
    private static func date(_ read: (date: DatePhrase, length: Int), at token: Int, _ question: Document) -> Span? {
        let end = token + read.length
        if end < question.count, Tags.endsKind.contains(question.upos[end]) { return nil }
        if question.upos[token] == .det, read.date.day == nil { return nil }
        return Span(length: read.length, score: 1)
    }

    /// For each token the quotation it stands in, with its marks. Quotations are never taken apart.
    private static func quotations(_ words: QuestionWords) -> [Range<Int>?] {
        var quotations = [Range<Int>?](repeating: nil, count: words.wordOfToken.count)
        var opening: Int?
        for token in quotations.indices where words.has(.quotationMark, at: token) {
            if let start = opening {
                for inside in start...token { quotations[inside] = start..<token + 1 }
                opening = nil
            } else {
                opening = token
            }
        }
        return quotations
    }

    private enum Tags {
        static let finite = TagSet([.vbz, .vbp, .vbd, .md])
        static let nominal = TagSet([.noun, .propn, .pron] as [UniversalTag])
        static let beginsNoName = TagSet([.adp, .sconj, .cconj, .punct])
        static let endsNoName = TagSet([.adp, .cconj, .sconj, .aux, .part])
        static let asking = TagSet([.wp, .wdt, .wrb, .wpPossessive])
        static let beforePlural = TagSet([.wdt, .wp, .dt, .jj])
        static let endsKind = TagSet([.noun, .propn, .adj])
        static let outsideKind = TagSet([.verb, .aux, .adp, .punct])
    }

    /// A content word that a wording names says more than one that would fit anywhere.
    private static func literalScore(_ tag: UniversalTag) -> Double {
        switch tag {
        case .verb, .noun, .adj, .propn: 5.5
        case .adv: 3
        default: 2
        }
    }

    private static func nameFit(_ token: Int, _ question: Document, _ words: QuestionWords, isQuoted: Bool) -> NameFit {
        let upos = question.upos[token]
        let xpos = question.xpos[token]
        let traits = words.word(at: token).traits
        var fit = NameFit()
        let isVerbal = upos == .verb || upos == .aux
        let isFinite = Tags.finite.contains(xpos) && !isQuoted
        // A plural after its determiner or adjective is easily taken for a verb: "any senior executives".
        let isPlural = traits.contains(.endsInS) && token > 0 && !Tags.nominal.contains(question.upos[token - 1])
        let isCompound = beginsCompound(token, question)
        let begins =
            !(Tags.beginsNoName.contains(upos) && !traits.contains(.quotationMark))
            && (upos != .verb || xpos == .vbg || isCompound)
        let ends = !Tags.endsNoName.contains(upos)
        fit.mayBegin = begins && !isFinite
        fit.mayStandInside = !isFinite
        fit.mayEnd = ends && upos != .det && (!isFinite || isPlural)
        fit.mayBeAlone =
            begins && ends && !isFinite && !traits.contains(.article)
            && !Tags.asking.contains(xpos)
        fit.inside = -0.02 - (isVerbal ? xpos == .vbn || xpos == .vbg || isCompound ? 0.4 : 1.2 : 0)
        fit.last = -0.02 - (isVerbal ? 1.2 : 0) + (Tags.nominal.contains(upos) || upos == .num ? 0.5 : 0)
        return fit
    }

    /// "when will rescue teams arrive": a noun behind an auxiliary is easily taken for the verb, which comes later.
    private static func beginsCompound(_ token: Int, _ question: Document) -> Bool {
        guard question.xpos[token] == .vb, token > 0, question.upos[token - 1] == .aux, token + 2 < question.count,
            question.upos[token + 1] == .noun || question.upos[token + 1] == .propn
        else { return false }
        return (token + 2..<min(question.count, token + 24)).contains { question.upos[$0] == .verb }
    }
}

/// What opens and closes a quotation in a question, made straight.
enum QuotationMarks {
    static func contains(_ norm: String) -> Bool { norm == "\"" || norm == "``" || norm == "''" }

    /// What stands inside the marks where a quotation is the whole of these tokens; nil where it is not.
    static func inside(_ tokens: Range<Int>, isMark: (Int) -> Bool) -> Range<Int>? {
        guard tokens.count > 1, isMark(tokens.lowerBound), tokens.dropFirst().contains(where: isMark) else {
            return nil
        }
        return tokens.lowerBound + 1..<(isMark(tokens.upperBound - 1) ? tokens.upperBound - 1 : tokens.upperBound)
    }
}
