import Facts
import Language
import Questions

/// What words of a question or an answer name.
struct Referent: Sendable {
    var phrase: Phrase
    var traits: ReferentTraits
    /// Alike for two phrases that name the same.
    var key: String
    var isNounPhrase: Bool
}

/// Who and what the last questions and answers named, for the words of the next question that refer back.
struct Referents: Sendable {
    /// The latest first.
    private var exchanges: [[Candidate]] = []
    /// How far back a pronoun may look.
    private static let reach = 8
    /// How many answers of a question are remembered, and how many of them "they" may be.
    private static let answers = 5

    private struct Candidate: Sendable {
        /// Texts of answers are analysed only when a question refers to them.
        enum Words: Sendable {
            case phrase(Phrase)
            case text(String)
        }

        enum Origin: Sendable {
            case name
            /// A name that was an answer.
            case answer
            /// Words of an article that were an answer.
            case span
            /// The same, to "where".
            case place
            /// A topic, or what was said.
            case topic
        }

        var words: Words
        var origin: Origin
    }

    // MARK: Remembering

    /// Remembers what a question and its answers named: who was asked for, then who it was about, then the rest.
    mutating func note(_ question: Question, _ answers: [Answer]) {
        var found = answers.prefix(Self.answers).filter { $0.kind == .name }.map {
            Candidate(words: .text($0.text), origin: .answer)
        }
        let arguments = question.arguments.filter { !$0.isExcluded }
        let ranked = arguments.filter(Self.isSubject) + arguments.filter { !Self.isSubject($0) }
        for argument in ranked {
            switch argument.filling {
            case .name(let phrase): found.append(Candidate(words: .phrase(phrase), origin: .name))
            case .words(let phrase): found.append(Candidate(words: .phrase(phrase), origin: .topic))
            case .choice, .hole: break
            }
        }
        // "an engineer" is whom was asked about, and needs no other place.
        if question.use != .identity, question.use != .profile, let first = answers.first, first.kind == .span {
            let isPlace = question.hole?.slots == [.role(.place)]
            found.append(Candidate(words: .text(first.text), origin: isPlace ? .place : .span))
        }
        guard !found.isEmpty else { return }
        exchanges.insert(found, at: 0)
        if exchanges.count > Self.reach { exchanges.removeLast() }
    }

    private static func isSubject(_ argument: Argument) -> Bool {
        argument.slots.contains { $0 == .subject || $0 == .role(.agent) }
    }

    // MARK: Looking back

    /// What the references of one question stand for: for each the last that agrees with it, and never the same for two; nil for
    /// one that nothing agrees with.
    ///
    /// - Parameters:
    ///   - named: Whom the question names itself, who is nobody that it refers to.
    ///   - isWords: Whether "it" may be what was said ("who denied it").
    func phrases(
        for references: [Reference], besides named: [Phrase], orWhatWasSaid isWords: Bool, _ traits: TraitsReader,
        _ analyze: @escaping (String) -> Phrase
    ) -> [Phrase?] {
        guard !references.isEmpty, !exchanges.isEmpty else { return references.map { _ in nil } }
        let search = ReferentSearch(traits: traits, analyze: analyze)
        let taken = Set(named.map { search.key($0) })
        let wanted = references.count
        let options = references.map { reference in
            // With one more for each of the others, who may take one.
            Array(
                found(for: reference, orWhatWasSaid: isWords, search).filter { !taken.contains($0.key) }.prefix(
                    wanted + 1))
        }
        var best: (cost: Int, choice: [Referent?])?
        func choose(_ index: Int, _ choice: [Referent?], _ cost: Int) {
            guard index < references.count else {
                if cost < best?.cost ?? .max { best = (cost, choice) }
                return
            }
            for (rank, option) in options[index].enumerated()
            where !choice.contains(where: { $0?.key == option.key }) {
                choose(index + 1, choice + [option], cost + rank)
            }
            choose(index + 1, choice + [nil], cost + 100)
        }
        choose(0, [], 0)
        return best?.choice.map { $0?.phrase } ?? references.map { _ in nil }
    }

    /// All that agree with a reference, the last first; each is looked at when it is wanted.
    private func found(for reference: Reference, orWhatWasSaid isWords: Bool, _ search: ReferentSearch)
        -> some Sequence<Referent>
    {
        exchanges.lazy.flatMap { exchange in
            let candidates = Self.ordered(exchange)
            return switch reference {
            case .man, .woman: candidates.compactMap { person($0, reference, search) }
            case .thing:
                candidates.compactMap { thing($0, search) }
                    + (isWords ? candidates.compactMap { statement($0, search) } : [])
            case .statement:
                candidates.reversed().compactMap { statement($0, search) } + candidates.compactMap { thing($0, search) }
            case .several: several(candidates, search)
            case .place: places(candidates, search)
            }
        }
    }

    /// Names before topics, topics before words of the articles.
    private static func ordered(_ exchange: [Candidate]) -> [Candidate] {
        func rank(_ origin: Candidate.Origin) -> Int {
            switch origin {
            case .name, .answer, .place: 0
            case .topic: 1
            case .span: 2
            }
        }
        return (0...2).flatMap { wanted in exchange.filter { rank($0.origin) == wanted } }
    }

    private func person(_ candidate: Candidate, _ reference: Reference, _ search: ReferentSearch) -> Referent? {
        guard candidate.origin != .span, candidate.origin != .place else { return nil }
        let found = search.found(candidate.words)
        return found.isNounPhrase && found.traits.allow(reference) ? found : nil
    }

    private func thing(_ candidate: Candidate, _ search: ReferentSearch) -> Referent? {
        let found = search.found(candidate.words)
        return found.isNounPhrase && found.traits.contains(.thing) ? found : nil
    }

    /// "the dam is safe" of "who said the dam is safe".
    private func statement(_ candidate: Candidate, _ search: ReferentSearch) -> Referent? {
        guard candidate.origin == .span || candidate.origin == .topic else { return nil }
        return search.found(candidate.words)
    }

    /// Groups, then several who were named together; somebody of unknown sex where nobody else is.
    private func several(_ candidates: [Candidate], _ search: ReferentSearch) -> [Referent] {
        var (all, answers): ([Referent], [Referent]) = ([], [])
        for candidate in candidates where candidate.origin != .place {
            let found = search.found(candidate.words)
            guard found.isNounPhrase else { continue }
            all.append(found)
            if candidate.origin == .answer { answers.append(found) }
        }
        let groups = all.filter { $0.traits.contains(.several) }
        let persons = all.filter { !$0.traits.isDisjoint(with: .person) }
        var found: [Referent] = []
        let named = answers.filter { !$0.traits.isDisjoint(with: .person) }
        if answers.count > 1 { found.append(search.together(named.count > 1 ? named : answers)) }
        found += groups
        if persons.count > 1 { found.append(search.together(persons)) }
        found += persons.filter { $0.traits.isSuperset(of: .person) }
        return found
    }

    /// Where something was, then places by name, then what something may be at.
    private func places(_ candidates: [Candidate], _ search: ReferentSearch) -> [Referent] {
        var (answered, named, rest): ([Referent], [Referent], [Referent]) = (
            [], [], []
        )
        for candidate in candidates {
            let found = search.found(candidate.words)
            if candidate.origin == .place {
                answered.append(found)
            } else if found.isNounPhrase, found.traits.contains(.place) {
                named.append(found)
            } else if found.isNounPhrase, candidate.origin == .topic, found.traits == .thing {
                rest.append(found)
            }
        }
        return answered + named + rest
    }

    // MARK: Candidates

    /// Tells of candidates what they are.
    private final class ReferentSearch {
        private let traits: TraitsReader
        private let analyze: (String) -> Phrase

        init(traits: TraitsReader, analyze: @escaping (String) -> Phrase) {
            (self.traits, self.analyze) = (traits, analyze)
        }

        func found(_ words: Candidate.Words) -> Referent {
            let text =
                switch words {
                case .phrase(let phrase): "asked \(phrase.text)"
                case .text(let text): "answered \(text)"
                }
            if let found = traits.memory.referents[text] { return found }
            let phrase =
                switch words {
                case .phrase(let phrase): phrase
                case .text(let text): analyze(text)
                }
            let key = key(phrase)
            let isName = key.first?.isNumber == true || !phrase.parts.isEmpty
            let found = Referent(
                phrase: phrase, traits: traits.traits(of: phrase), key: key,
                isNounPhrase: isName || Self.isNounPhrase(phrase))
            traits.memory.referents[text] = found
            return found
        }

        func key(_ phrase: Phrase) -> String {
            let entities = traits.entities(of: phrase)
            return entities.isEmpty ? phrase.text.lowercased() : entities.map(String.init).joined(separator: " ")
        }

        /// Several as one, "Rune Dahl and Elin Ek".
        func together(_ several: [Referent]) -> Referent {
            let phrases = several.map(\.phrase)
            let text = phrases.dropLast().map(\.text).joined(separator: ", ") + " and " + (phrases.last?.text ?? "")
            var phrase = Phrase(text: text, words: phrases.flatMap(\.words), content: phrases.flatMap(\.content))
            phrase.parts = phrases
            return Referent(
                phrase: phrase, traits: .several, key: several.map(\.key).joined(separator: " "), isNounPhrase: true)
        }

        /// "the dam", but not "the dam leaks".
        private static func isNounPhrase(_ words: Phrase) -> Bool {
            guard words.words.count <= 8, words.words.first?.upos != .adp else { return false }
            let core = words.words.prefix { $0.upos != .adp }
            return [.noun, .propn].contains(core.last?.upos)
                && !words.words.contains { $0.upos == .verb || $0.upos == .aux }
        }
    }
}
