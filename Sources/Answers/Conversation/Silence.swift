import Facts
import Questions

/// Why the articles do not answer a question, slot by slot: nobody of that name, named but silent, filters that leave nothing.
struct Silence {
    let store: FactStore
    private let resolver: PhraseResolver

    init(store: FactStore, resolver: PhraseResolver) {
        self.store = store
        self.resolver = resolver
    }

    /// A sentence for people, which begins with "Nothing found".
    func message(for question: Question) -> String { "Nothing found: " + reason(for: question) + "." }

    /// For a word that refers back to nothing.
    static func message(forUnknown word: String, _ reference: Reference) -> String {
        let whom =
            switch reference {
            case .man, .woman: "nobody"
            case .several: "nobody and nothing"
            case .place: "no place"
            case .thing, .statement: "nothing"
            }
        return "Nothing found: \(whom) in the questions and answers before can be \"\(word)\"."
    }

    private var articles: String { store.articles.count == 1 ? "this article" : "these articles" }
    private var verb: String { store.articles.count == 1 ? "does" : "do" }

    private func reason(for question: Question) -> String {
        guard !store.articles.isEmpty else { return "no article is loaded" }
        if let nothing = filtered(question) { return nothing }
        let plan = Plan(question, resolver: resolver)
        for given in plan.given where given.isName {
            let phrases = given.phrase.parts.isEmpty ? [given.phrase] : given.phrase.parts
            if let unknown = phrases.first(where: { !$0.isNamed && $0.words.contains { $0.matches.isEmpty } }) {
                return "\(articles) \(verb) not name \(unknown.phrase.text)"
                    + hint(NameSuggestions(store: store).near(unknown.phrase.text))
            }
        }
        if let source = plan.source, !source.isNamed, source.words.contains(where: { $0.matches.isEmpty }) {
            return "\(articles) \(verb) not name \(source.phrase.text)"
        }
        let topics = plan.given.filter { !$0.isName && !$0.argument.isExcluded }
        if let absent = topics.first(where: { topic in
            !topic.phrase.words.isEmpty && topic.phrase.words.allSatisfy(\.matches.isEmpty)
        }) {
            let text = absent.phrase.phrase.text
            return "nothing in \(articles) is about \(text)" + hint(NameSuggestions(store: store).near(text))
        }
        let missing = topics.flatMap { $0.phrase.words.filter(\.matches.isEmpty) }.map(\.text).filter {
            !$0.hasPrefix("@")
        }
        if !missing.isEmpty {
            let words = missing.prefix(3).map { "\"\($0)\"" }.joined(separator: ", ")
            return "\(articles) \(verb) not say; nothing there is like \(words)"
                + hint(NameSuggestions(store: store).near(missing.joined(separator: " ")))
        }
        if let compared = compared(plan, question) { return compared }
        if let named = plan.given.first(where: { $0.isName && $0.phrase.isNamed }) {
            return silent(named, topics, question)
        }
        return "\(articles) \(verb) not say"
    }

    private func hint(_ near: [String]) -> String { near.isEmpty ? "" : "; near: " + near.joined(separator: ", ") }

    private func compared(_ plan: Plan, _ question: Question) -> String? {
        let names = ComparisonResponder.names(of: plan).map { $0.title(in: store) }
        guard let name = names.first else { return nil }
        let about = plan.given.filter { !$0.isName }.map { " about " + $0.phrase.phrase.text }.joined(separator: " and")
        return switch question.use {
        case .agreement: "nobody in \(articles) is for \(name) or says the same\(about)"
        case .contradiction: "nobody in \(articles) is against \(name) or says the opposite\(about)"
        case .disagreement where names.count > 1:
            "nothing in \(articles) sets \(names[0]) against \(names[1])\(about); what each says: compare \(names[0]) and \(names[1])"
        case .positions: "nothing in \(articles) tells where \(names.joined(separator: " or ")) stands\(about)"
        default: nil
        }
    }

    /// "Macron is named 3 times, with 2 statements, none about NATO".
    private func silent(_ given: Plan.Given, _ topics: [Plan.Given], _ question: Question) -> String {
        let ids = Set(given.phrase.entities.entries.filter { $0.value >= 0.9 }.map(\.key))
        let times = Set(ids.flatMap { store.sentences(with: $0) }).count
        guard times > 0 else { return "\(articles) \(verb) not say" }
        let named = "\(given.phrase.title(in: store)) is named \(times == 1 ? "once" : "in \(times) sentences")"
        let isSpeaker = given.argument.slots == [.role(.agent)]
        guard isSpeaker else { return "\(named), but \(articles) \(verb) not say that" }
        let sentences = Set(ids.flatMap { store.sentences(with: $0) })
        let statements = sentences.flatMap { store.facts(ofSentence: $0) }.count { id in
            let stored = store.facts[id]
            return stored.fact.isAttribution
                && stored.fact.role(.agent)?.conjuncts.contains {
                    ids.contains(store.articles[stored.article].entityOfToken[$0])
                } ?? false
        }
        let about = topics.map { " about " + $0.phrase.phrase.text }.joined(separator: " and")
        guard case .verb(let verb, _) = question.predicate, question.hole?.label == "content" else {
            return "\(named), but nothing like that is said of them here"
        }
        if statements == 0 { return "\(named), but is not quoted here" }
        if about.isEmpty {
            return "\(named), with \(statements) \(statements == 1 ? "statement" : "statements"), none with \"\(verb)\""
        }
        return "\(named), with \(statements) \(statements == 1 ? "statement" : "statements"), none\(about)"
            + "; try: what did \(given.phrase.title(in: store)) \(verb)"
    }

    /// What filters leave nothing.
    private func filtered(_ question: Question) -> String? {
        let filters = question.filters
        if let number = filters.article, !store.articles.indices.contains(number - 1) {
            return
                "there is no article \(number); \(store.articles.count) \(store.articles.count == 1 ? "is" : "are") loaded"
        }
        let allowed = ArticleFilter(filters, store: store)
        guard !filters.isEmpty, !store.articles.indices.contains(where: allowed.allows) else { return nil }
        if let title = filters.title { return "no title has the words \"\(title)\"" }
        if let publisher = filters.publisher { return "no article is from \(publisher.text)" }
        let undated = store.articles.count { $0.article.date == nil }
        guard !filters.dates.isEmpty else { return nil }
        return
            "no article is dated \(filters.dates.map { "\($0.relation.rawValue) \($0.shown)" }.joined(separator: ", "))"
            + (undated > 0 ? "; \(undated) \(undated == 1 ? "has" : "have") no date" : "")
    }
}
