import Facts
import Language
import Questions

/// Questions to try: the templates of the grammar with names, topics and clauses of the loaded articles, each one answered by them.
struct ExampleQuestions: Sendable {
    let store: FactStore
    let grammar: QuestionGrammar
    /// Whether the articles answer a question.
    let isAnswered: @Sendable (String) -> Bool

    /// What is looked at: the first facts, and of those who speak in them the ones who say most.
    private static let mostFacts = 600
    private static let mostSpeakers = 5
    private static let mostTopics = 3

    /// Somebody who says something, with what it is about.
    private struct Speaker {
        var name: String
        var topics: [String] = []
        var clauses: [String] = []
        var statements = 0
    }

    /// A question of a shape, else of the first shape that has one.
    func example(of shape: String?) -> String? {
        let speakers = speakers()
        let whole = grammar.templates.filter { !$0.isFollowUp }
        let own = whole.filter { $0.shape == shape } + whole.filter { $0.shape != shape }
        return own.lazy.compactMap { question($0.template, speakers) }.first
    }

    /// A question of each template, no more than so many: one that the articles answer, with open places where there is none. One that
    /// goes on from another is not asked.
    func examples(limit: Int) -> [String] {
        let speakers = speakers()
        return Array(
            grammar.templates.lazy.map { entry in
                (entry.isFollowUp ? followUp(entry.template, speakers) : question(entry.template, speakers))
                    ?? entry.template.open
            }.prefix(limit))
    }

    private func followUp(_ template: QuestionTemplate, _ speakers: [Speaker]) -> String? {
        guard let first = speakers.first else { return nil }
        let other = speakers.first { $0.name != first.name }?.name
        return template.filled([.name: first.name, .other: other, .topic: first.topics.last].compactMapValues { $0 })
    }

    private func question(_ template: QuestionTemplate, _ speakers: [Speaker]) -> String? {
        func tried(_ words: [QuestionTemplate.Place: String]) -> String? {
            template.filled(words).flatMap { isAnswered($0) ? $0 : nil }
        }
        let places = template.places
        guard !places.isEmpty else { return tried([:]) }
        for speaker in speakers {
            for other in places.contains(.other) ? speakers.filter({ $0.name != speaker.name }).map(\.name) : [""] {
                for clause in places.contains(.clause) ? speaker.clauses : [""] {
                    for topic in places.contains(.topic) ? speaker.topics : [""] {
                        if let question = tried([.name: speaker.name, .other: other, .clause: clause, .topic: topic]) {
                            return question
                        }
                    }
                }
            }
        }
        return nil
    }

    // MARK: Material

    private func speakers() -> [Speaker] {
        var speakers: [Entity.ID: Speaker] = [:]
        for id in store.facts.indices.prefix(Self.mostFacts) {
            let stored = store.facts[id]
            let article = store.articles[stored.article]
            guard stored.fact.isAttribution, stored.fact.polarity == .affirmed, let agent = stored.fact.role(.agent),
                let content = stored.fact.role(.theme), case let speaker = article.entityOfToken[agent.head],
                speaker >= 0,
                store.entities[speaker].kind != .unnamed
            else { continue }
            var known = speakers[speaker] ?? Speaker(name: store.entities[speaker].name)
            known.statements += 1
            if known.clauses.count < Self.mostTopics, !isDemand(stored.fact),
                let clause = clause(content, article.document)
            {
                known.clauses.append(clause)
            }
            for topic in topics(content, article, without: speaker)
            where known.topics.count < Self.mostTopics && !known.topics.contains(topic) {
                known.topics.append(topic)
            }
            speakers[speaker] = known
        }
        return speakers.sorted { ($1.value.statements, $0.key) < ($0.value.statements, $1.key) }.prefix(
            Self.mostSpeakers
        ).map(\.value)
    }

    /// What is demanded makes no sentence of its own: "that the company pay".
    private func isDemand(_ fact: Fact) -> Bool {
        guard let demand = store.lexicon.verbs.id(named: "demand") else { return false }
        return fact.classes.contains { store.lexicon.verbs.isPart($0, of: demand) }
    }

    /// What is said, where it is short enough to be typed.
    private func clause(_ content: Role, _ document: StoredDocument) -> String? {
        let hasSubject = content.tokens.contains {
            document.relations[$0] == .nsubj && document.heads[$0] == content.head
        }
        let isPlain = content.tokens.allSatisfy { document.upos[$0] != .punct && document.upos[$0] != .pron }
        return hasSubject && isPlain && (3...9).contains(content.tokens.count) ? document.string(content.tokens) : nil
    }

    /// "the" in "the third runway".
    private func start(of noun: Int, in content: Role, _ document: StoredDocument) -> Int {
        var start = noun
        while start > max(content.tokens.lowerBound, noun - 3), [.adj, .noun, .det].contains(document.upos[start - 1]) {
            start -= 1
        }
        return start
    }

    /// Names in what is said, then its nouns.
    private func topics(_ content: Role, _ article: StoredArticle, without speaker: Entity.ID) -> [String] {
        let document = article.document
        var topics: [String] = []
        for token in content.tokens where article.entityOfToken[token] >= 0 && article.entityOfToken[token] != speaker {
            let entity = store.entities[article.entityOfToken[token]]
            if [.person, .organization, .place].contains(entity.kind), !topics.contains(entity.name) {
                topics.append(entity.name)
            }
        }
        let nouns = content.tokens.filter {
            document.upos[$0] == .noun && document.relations[$0] != .compound && document.form($0).count > 3
        }
        return topics + nouns.map { document.string(start(of: $0, in: content, document)..<$0 + 1) }
    }
}
