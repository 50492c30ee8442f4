import Facts
import Language

/// What the words of a question may be wherever they stand: each different word is looked up once, however often it occurs.
struct QuestionWords {
    struct Traits: OptionSet {
        let rawValue: UInt32

        static let negation = Traits(rawValue: 1 << 0)
        static let stop = Traits(rawValue: 1 << 1)
        static let quotationMark = Traits(rawValue: 1 << 2)
        static let comma = Traits(rawValue: 1 << 3)
        static let article = Traits(rawValue: 1 << 4)
        /// The "to" of an infinitive: "not to go" denies nothing.
        static let to = Traits(rawValue: 1 << 5)
        /// May stand in a date by itself; stands inside of dates: "the", "of".
        static let date = Traits(rawValue: 1 << 6)
        static let dateLink = Traits(rawValue: 1 << 7)
        static let beginsName = Traits(rawValue: 1 << 8)
        /// A name by itself.
        static let name = Traits(rawValue: 1 << 9)
        static let beginsPublisher = Traits(rawValue: 1 << 10)
        static let endsInS = Traits(rawValue: 1 << 11)
        static let participle = Traits(rawValue: 1 << 12)
        static let gerund = Traits(rawValue: 1 << 13)
        static let adjective = Traits(rawValue: 1 << 14)
        static let particle = Traits(rawValue: 1 << 15)
        /// May begin a name of `names.groups`: "South".
        static let beginsGroupName = Traits(rawValue: 1 << 16)
    }

    /// A lower-cased word.
    struct Word {
        /// Its number in the automaton, -1 for a word that no wording names.
        var id: Int32
        /// The value of a number: "three".
        var number: Int?
        var traits: Traits
    }

    /// A dictionary form.
    struct Lemma {
        /// The verb that it is a noun of, as a lemma of its own; -1 for none.
        var verbOfNoun: Int32 = -1
        var isAdjective = false
        var isLight = false
        var isBe = false
        var isStop = false
        /// Whether the classes or the articles have it as a verb.
        var isKnown = false
        var hasParticles = false
    }

    // MARK: One entry a token

    private(set) var wordOfToken: [Int32] = []
    private(set) var lemmaOfToken: [Int32] = []
    private(set) var isCapital: [Bool] = []
    /// Whether any word has a small letter.
    private(set) var isMixed = false

    // MARK: One entry a word

    private(set) var words: [Word] = []
    private(set) var texts: [String] = []
    /// The verbs that a word is a form of by its ending.
    private(set) var verbsOfWord: [[Int32]] = []
    /// The filters that begin with a word.
    private(set) var filtersOfWord: [[FilterBeginning]] = []

    // MARK: One entry a lemma

    private(set) var lemmas: [Lemma] = []
    private(set) var lemmaTexts: [String] = []
    private var particles: [Set<String>] = []
    /// For each lemma, whether it is in each class of the automaton.
    private(set) var classes: [[Bool]] = []
    private var numberOfLemma: [String: Int32] = [:]

    private let automaton: Automaton
    /// The classes of the automaton; a verb stands for itself.
    private let classesOfVerbs: [(name: String, id: VerbClasses.ID?)]
    private let lexicon: Lexicon

    init(_ question: Document, grammar: QuestionGrammar, lexicon: Lexicon, knowledge: some WordKnowledge) {
        automaton = grammar.automaton
        classesOfVerbs = automaton.verbClasses.map { ($0, lexicon.verbs.id(named: $0)) }
        self.lexicon = lexicon
        let symbolCount = question.symbols.count
        var wordOfSymbol = [Int32](repeating: -1, count: symbolCount)
        var lemmaOfSymbol = [Int32](repeating: -1, count: symbolCount)
        // 1 for a form that was looked at, 2 for one with a capital.
        var formOfSymbol = [UInt8](repeating: 0, count: symbolCount)
        let dates = DateReader(values: grammar.values)
        wordOfToken.reserveCapacity(question.count)
        lemmaOfToken.reserveCapacity(question.count)
        isCapital.reserveCapacity(question.count)
        for token in 0..<question.count {
            let norm = Int(question.norms[token].index)
            if wordOfSymbol[norm] < 0 {
                wordOfSymbol[norm] = Int32(words.count)
                add(question.norm(token), dates, grammar, knowledge)
            }
            wordOfToken.append(wordOfSymbol[norm])
            let lemma = Int(question.lemmas[token].index)
            if lemmaOfSymbol[lemma] < 0 {
                lemmaOfSymbol[lemma] = number(ofLemma: question.lemma(token).lowercased(), knowledge)
            }
            lemmaOfToken.append(lemmaOfSymbol[lemma])
            let form = Int(question.forms[token].index)
            if formOfSymbol[form] == 0 {
                let text = question.form(token)
                formOfSymbol[form] = text.first?.isUppercase == true ? 2 : 1
                isMixed = isMixed || text.contains(where: \.isLowercase)
            }
            isCapital.append(formOfSymbol[form] == 2)
        }
    }

    func word(at token: Int) -> Word { words[Int(wordOfToken[token])] }
    func has(_ traits: Traits, at token: Int) -> Bool { !word(at: token).traits.isDisjoint(with: traits) }
    func text(at token: Int) -> String { texts[Int(wordOfToken[token])] }
    func texts(at tokens: Range<Int>) -> [String] { tokens.map { text(at: $0) } }
    func lemma(at token: Int) -> Lemma { lemmas[Int(lemmaOfToken[token])] }

    /// A derived noun counts as its verb, as in `ContentWords`.
    func contentWord(ofLemma lemma: Int32) -> String {
        let verb = lemmas[Int(lemma)].verbOfNoun
        return lemmaTexts[Int(verb < 0 ? lemma : verb)]
    }

    /// A verb with the word behind it as its particle: "step_down".
    mutating func phrasalVerb(_ verb: Int32, at token: Int, _ knowledge: some WordKnowledge) -> Int32? {
        guard token < wordOfToken.count, lemmas[Int(verb)].hasParticles || has(.particle, at: token) else { return nil }
        let particle = text(at: token)
        let phrasal = lemmaTexts[Int(verb)] + "_" + particle
        guard particles[Int(verb)].contains(particle) || has(.particle, at: token) && knowledge.isPredicate(phrasal)
        else { return nil }
        return number(ofLemma: phrasal, knowledge)
    }

    private mutating func add(
        _ norm: String, _ dates: DateReader, _ grammar: QuestionGrammar, _ knowledge: some WordKnowledge
    ) {
        var traits: Traits = []
        func note(_ trait: Traits, _ holds: Bool) { if holds { traits.insert(trait) } }
        note(.negation, lexicon.words[.negation].contains(norm))
        note(.stop, lexicon.words[.stop].contains(norm))
        note(.quotationMark, QuotationMarks.contains(norm))
        note(.comma, norm == ",")
        note(.article, lexicon.words[.article].contains(norm))
        note(.to, norm == "to")
        note(.beginsGroupName, lexicon.names.beginsName(norm))
        note(.particle, lexicon.words[.particle].contains(norm))
        note(.date, dates.mayBegin(with: norm))
        note(.dateLink, dates.isLink(norm))
        if knowledge.mayBeginName(norm) {
            traits.insert(.beginsName)
            note(.name, knowledge.isName([norm]))
        }
        note(.beginsPublisher, knowledge.mayBeginPublisher(norm))
        note(.endsInS, norm.hasSuffix("s"))
        note(.participle, norm.hasSuffix("ed") || norm.hasSuffix("en"))
        note(.gerund, norm.hasSuffix("ing"))
        note(.adjective, lexicon.verbs.frame(ofAdjective: norm) != nil)
        words.append(
            Word(id: automaton.id(of: norm), number: Int(norm) ?? grammar.values[.number][norm], traits: traits))
        texts.append(norm)
        let known = VerbForms.lemmas(of: norm) { lexicon.verbs.frame(ofVerb: $0) != nil || knowledge.isPredicate($0) }
        verbsOfWord.append(known.map { number(ofLemma: $0, knowledge) })
        filtersOfWord.append(grammar.filterBeginnings[norm] ?? [])
    }

    private mutating func number(ofLemma text: String, _ knowledge: some WordKnowledge) -> Int32 {
        if let number = numberOfLemma[text] { return number }
        let number = Int32(lemmas.count)
        numberOfLemma[text] = number
        let frame = lexicon.verbs.frame(ofVerb: text)
        let own = lexicon.verbs.particles(ofVerb: text)
        lemmas.append(
            Lemma(
                isAdjective: lexicon.verbs.frame(ofAdjective: text) != nil,
                isLight: lexicon.words[.light].contains(text), isBe: text == "be",
                isStop: lexicon.words[.stop].contains(text),
                isKnown: frame != nil || knowledge.isPredicate(text), hasParticles: !own.isEmpty))
        lemmaTexts.append(text)
        particles.append(own)
        classes.append(
            classesOfVerbs.map { asked in
                guard let id = asked.id else { return text == asked.name }
                return frame?.classes.contains { lexicon.verbs.isPart($0, of: id) } ?? false
            })
        if let verb = lexicon.verbs.verb(ofNoun: text) {
            lemmas[Int(number)].verbOfNoun = self.number(ofLemma: verb, knowledge)
        }
        return number
    }
}
