import Facts
import Language

/// What each token of a question may be, looked up once before the search.
struct TokenReadings {
    /// A verb that may begin at a token, with its particle where it has one.
    struct Verb {
        var lemma: String
        var length: Int
        var score: Double
        var isParticiple: Bool
        var isGerund: Bool
        /// For each class of the automaton, whether the verb is in it.
        var classes: [Bool]
    }

    /// A span of fixed length at a token: a name of the articles, a number, a date, a filter.
    struct Span {
        var length: Int
        var score: Double
        /// Filters: the index of the rule, and where it may stand.
        var rule = -1
        var isOutsideClauses = false
        var isPlaced = false
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
    private(set) var verbs: [[Verb]] = []
    /// The verb that a wording's own word is: "meet".
    private(set) var literalVerbs: [String?] = []
    private(set) var nouns: [String?] = []
    private(set) var adjectives: [String?] = []
    private(set) var names: [NameFit] = []
    private(set) var knownNames: [[Span]] = []
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

    init(_ question: Document, grammar: QuestionGrammar, automaton: Automaton, lexicon: Lexicon, knowledge: some WordKnowledge) {
        count = question.count
        filters = Array(repeating: [], count: count)
        filterBegins = Array(repeating: false, count: count + 1)
        let norms = (0..<count).map { question.norm($0) }
        let quotationOf = Self.quotations(norms)
        // "what didn't Marrow sign": a name with its capital is no verb, whatever it was tagged.
        let hasVerb = (0..<count).contains {
            question.upos[$0] == .verb && !lexicon.words[.light].contains(question.lemma($0).lowercased())
                && !($0 > 0 && question.form($0).first?.isUppercase == true && knowledge.isName([norms[$0]]))
        }
        let dateReader = DateReader(values: grammar.values)
        let numberValues = grammar.values[.number]
        let verbReader = VerbReader(question: question, lexicon: lexicon, automaton: automaton, hasVerb: hasVerb)
        let stop = lexicon.words[.stop]
        let negation = lexicon.words[.negation]
        let light = lexicon.words[.light]
        let isMixed = (0..<count).contains { question.form($0).contains(where: \.isLowercase) }
        for token in 0..<count {
            let norm = norms[token]
            let upos = question.upos[token]
            let lemma = question.lemma(token).lowercased()
            let quotation = quotationOf[token]
            isQuoted.append(quotation != nil)
            mayBegin.append(quotation == nil || quotation?.lowerBound == token)
            mayEnd.append(quotation == nil || quotation?.upperBound == token + 1)
            words.append(quotation == nil ? automaton.id(of: norm) : -1)
            literalScores.append(Self.literalScore(upos))
            isNegation.append(negation.contains(norm) && !(token + 1 < count && norms[token + 1] == "to"))
            isComma.append(norm == ",")
            isPunctuation.append(upos == .punct)
            hasMeaning.append(upos != .punct && upos != .adp)
            literalVerbs.append(upos == .verb && !light.contains(lemma) ? lemma : nil)
            nouns.append(quotation == nil ? lexicon.verbs.verb(ofNoun: lemma) : nil)
            adjectives.append([lemma, norm].first { lexicon.verbs.frame(ofAdjective: $0) != nil })
            var name = Self.nameFit(token, question, isQuoted: quotation != nil, isQuote: QuotationMarks.contains(norm))
            if isMixed, token > 0, question.form(token).first?.isUppercase == true {
                // A capital inside the question is a name's, whatever the tagger took it for.
                name = NameFit(mayBegin: true, mayEnd: true, mayBeAlone: true, mayStandInside: true, inside: -0.02, last: 0.48)
            } else if isNegation[token] {
                (name.mayBegin, name.mayBeAlone) = (false, false)
            }
            names.append(name)
            // "which companies left": a plural behind its determiner is easily taken for a verb.
            let isPlural = question.xpos[token] == .vbz && token > 0 && [.wdt, .wp, .dt, .jj].contains(question.xpos[token - 1])
            kindMayEnd.append([.noun, .propn, .adj].contains(upos) || isPlural)
            kindMayStandInside.append(![.verb, .aux, .adp, .punct].contains(upos))
            numbers.append(Int(norm) ?? numberValues[norm])
            dates.append(quotation == nil ? dateReader.read(norms[token...]).flatMap { Self.date($0, at: token, question) } : nil)
            quotations.append(quotation?.lowerBound == token ? quotation.map { Span(length: $0.count, score: 1) } : nil)
            verbs.append(quotation == nil ? verbReader.verbs(at: token, stop: stop, knowledge: knowledge) : [])
            var known: [Span] = []
            var published: [Span] = []
            if knowledge.mayBeginName(norm), quotation == nil {
                for end in token + 1...min(count, token + Self.longestName) where end > token {
                    let range = token..<end
                    if quotationOf[end - 1] != nil { break }
                    if knowledge.isName(Array(norms[range])) {
                        known.append(Span(length: range.count, score: 1.5 + Self.nameScore(range, question)))
                    }
                }
            }
            if quotation == nil, knowledge.mayBeginPublisher(norm) {
                for end in token + 1...min(count, token + Self.longestName) where knowledge.isPublisher(Array(norms[token..<end])) {
                    published.append(Span(length: end - token, score: 1.5))
                }
            }
            knownNames.append(known)
            publishers.append(published)
        }
    }

    /// "after the January test" names no date: a noun follows, or there is an article without a day.
    private static func date(_ read: (date: DatePhrase, length: Int), at token: Int, _ question: Document) -> Span? {
        let end = token + read.length
        if end < question.count, [.noun, .propn, .adj].contains(question.upos[end]) { return nil }
        if question.upos[token] == .det, read.date.day == nil { return nil }
        return Span(length: read.length, score: 1)
    }

    /// For each token the quotation it stands in, with its marks. Quotations are never taken apart.
    private static func quotations(_ norms: [String]) -> [Range<Int>?] {
        var quotations = [Range<Int>?](repeating: nil, count: norms.count)
        var opening: Int?
        for (token, norm) in norms.enumerated() where QuotationMarks.contains(norm) {
            if let start = opening {
                for inside in start...token { quotations[inside] = start..<token + 1 }
                opening = nil
            } else {
                opening = token
            }
        }
        return quotations
    }

    /// A content word that a wording names says more than one that would fit anywhere.
    private static func literalScore(_ tag: UniversalTag) -> Double {
        switch tag {
        case .verb, .noun, .adj, .propn: 5.5
        case .adv: 3
        default: 2
        }
    }

    private static func nameFit(_ token: Int, _ question: Document, isQuoted: Bool, isQuote: Bool) -> NameFit {
        let upos = question.upos[token]
        let xpos = question.xpos[token]
        let norm = question.norm(token)
        var fit = NameFit()
        let isVerbal = upos == .verb || upos == .aux
        let isFinite = [.vbz, .vbp, .vbd, .md].contains(xpos) && !isQuoted
        // A plural after its determiner or adjective is easily taken for a verb: "any senior executives".
        let isPlural = norm.hasSuffix("s") && token > 0 && ![.noun, .propn, .pron].contains(question.upos[token - 1])
        let isCompound = beginsCompound(token, question)
        let begins = !([.adp, .sconj, .cconj, .punct].contains(upos) && !isQuote) && (upos != .verb || xpos == .vbg || isCompound)
        let ends = ![.adp, .cconj, .sconj, .aux, .part].contains(upos)
        fit.mayBegin = begins && !isFinite
        fit.mayStandInside = !isFinite
        fit.mayEnd = ends && upos != .det && (!isFinite || isPlural)
        fit.mayBeAlone = begins && ends && !isFinite && !["the", "a", "an"].contains(norm)
            && ![.wp, .wdt, .wrb, .wpPossessive].contains(xpos)
        fit.inside = -0.02 - (isVerbal ? [.vbn, .vbg].contains(xpos) || isCompound ? 0.4 : 1.2 : 0)
        fit.last = -0.02 - (isVerbal ? 1.2 : 0) + ([.noun, .propn, .pron, .num].contains(upos) ? 0.5 : 0)
        return fit
    }

    /// "when will rescue teams arrive": a noun behind an auxiliary is easily taken for the verb, which comes later.
    private static func beginsCompound(_ token: Int, _ question: Document) -> Bool {
        question.xpos[token] == .vb && token > 0 && question.upos[token - 1] == .aux && token + 2 < question.count
            && [.noun, .propn].contains(question.upos[token + 1])
            && (token + 2..<question.count).contains { question.upos[$0] == .verb }
    }

    private static func nameScore(_ range: Range<Int>, _ question: Document) -> Double {
        range.reduce(0) { sum, token in
            let fit = nameFit(token, question, isQuoted: false, isQuote: false)
            return sum + (token == range.upperBound - 1 ? fit.last : fit.inside)
        }
    }
}

/// What opens and closes a quotation in a question, made straight.
enum QuotationMarks {
    static func contains(_ norm: String) -> Bool { norm == "\"" || norm == "``" || norm == "''" }
}
