import Answers
import Facts

/// Shows what the articles hold without a question: people, quotations, facts, a profile, a timeline, two views side by side.
struct Browser {
    var appearance: Appearance
    let session: Session
    private let statements: Statements
    private let isInterrupted: () -> Bool

    /// - Parameter isInterrupted: Whether the user wants no more; what was found until then is shown, and called so.
    init(_ session: Session, appearance: Appearance, isInterrupted: @escaping () -> Bool = { false }) {
        self.appearance = appearance
        self.session = session
        self.isInterrupted = isInterrupted
        statements = Statements(store: session.store, isInterrupted: isInterrupted)
    }

    private var store: FactStore { session.store }

    func lines(for browse: Command.Browse) throws(CommandError) -> [StyledLine] {
        guard !session.articles.isEmpty else { throw CommandError("no article is loaded; .load FILE reads one") }
        let lines: [StyledLine]
        do throws(CommandError) { lines = try wholeLines(for: browse) } catch {
            throw isInterrupted() ? CommandError("stopped before anything was found") : error
        }
        guard isInterrupted() else { return lines }
        return lines + [StyledLine("  " + ReplyRenderer.incomplete, .error)]
    }

    private func wholeLines(for browse: Command.Browse) throws(CommandError) -> [StyledLine] {
        switch browse {
        case .entities(let kind, let topic): return try entities(kind, topic)
        case .quotes(let name, let topic):
            let found = statements.statements(by: try name.map(known), about: topic).filter {
                $0.isAttribution && !$0.text.isEmpty
            }
            return try listed(
                statements.innermost(found), showsAgent: true,
                none: "nobody is quoted" + (topic.map { " about \($0)" } ?? ""))
        case .facts(let number): return try facts(number)
        case .profile(let name): return try profile(name)
        case .timeline(let topic): return try timeline(topic)
        case .compare(let names, let topic):
            let (first, second) = try twoNames(names)
            return try compare(first, second, topic)
        }
    }

    private func known(_ name: String) throws(CommandError) -> [Entity.ID] {
        let found = statements.entities(named: name)
        guard found.isEmpty else { return found }
        let near = ArticleIndexNames(store).near(name)
        throw CommandError(
            "the articles do not name \(name)"
                + (near.isEmpty
                    ? "; .people lists whom they name" : "; did you mean \(near.joined(separator: " or "))?"))
    }

    /// The fullest and most frequent of those whom a name may mean.
    private func main(_ ids: [Entity.ID]) -> Entity {
        let entities = ids.map { store.entities[$0] }
        func rank(_ entity: Entity) -> (Int, Int) { (entity.name.split(separator: " ").count, entity.mentions.count) }
        return entities.dropFirst().reduce(entities[0]) { rank($1) > rank($0) ? $1 : $0 }
    }

    /// Two names out of words, cut where both are names of the articles.
    private func twoNames(_ words: [String]) throws(CommandError) -> (String, String) {
        if words.count == 2 { return (words[0], words[1]) }
        for cut in 1..<words.count {
            let (first, second) = (words[..<cut].joined(separator: " "), words[cut...].joined(separator: " "))
            if !statements.entities(named: first).isEmpty, !statements.entities(named: second).isEmpty {
                return (first, second)
            }
        }
        throw CommandError(
            "the articles do not name two of \(words.joined(separator: " ")); put \"and\" between the names: .compare \(words[0]) and \(words[1...].joined(separator: " "))"
        )
    }

    // MARK: Lists

    private func entities(_ kind: Entity.Kind, _ topic: String?) throws(CommandError) -> [StyledLine] {
        let words = topic.map(Statements.words) ?? []
        var rows: [(name: String, description: String?, count: Int)] = []
        for (index, entity) in store.entities.entities.enumerated() where entity.kind == kind {
            if isInterrupted() { break }
            let count = entity.mentions.isEmpty ? 0 : sentences(with: Entity.ID(index), words)
            if count > 0 { rows.append((entity.name, entity.descriptions.first?.text, count)) }
        }
        guard !rows.isEmpty else { throw CommandError("none are named" + (topic.map { " with \($0)" } ?? "")) }
        rows.sort { ($0.count, $1.name) > ($1.count, $0.name) }
        let digits = rows.map { String($0.count).count }.max() ?? 1
        return rows.flatMap { row in
            var line = StyledLine("  " + String(repeating: " ", count: digits - String(row.count).count))
            line.append(String(row.count), .dim)
            line.append("  ")
            line.append(row.name.printable, .bold)
            if let description = row.description { line.append("   " + description.printable, .dim) }
            return LineWrapper(width: appearance.width, indent: digits + 4).wrap(line)
        }
    }

    /// The number of sentences that tell of an entity and have these words.
    private func sentences(with id: Entity.ID, _ words: Set<String>) -> Int {
        let stated = store.sentences(with: id)
        // One that no fact is about is named all the same.
        if words.isEmpty { return stated.isEmpty ? store.entities[id].mentions.count : stated.count }
        var places = Set(
            stated.map { sentence -> [Int] in
                let article = store.article(of: sentence)
                return [article, Int(sentence - store.articles[article].sentences.lowerBound)]
            })
        for mention in store.entities[id].mentions {
            guard let first = mention.tokens.first else { continue }
            places.insert([mention.article, store.articles[mention.article].document.sentence(of: first)])
        }
        return places.count { place in
            let document = store.articles[place[0]].document
            return words.isSubset(of: Statements.words(document.string(document.sentences[place[1]].tokens)))
        }
    }

    private func listed(_ found: [Statements.Statement], showsAgent: Bool, none: String) throws(CommandError)
        -> [StyledLine]
    {
        guard !found.isEmpty else { throw CommandError(none) }
        return found.flatMap { entry($0, showsAgent: showsAgent, indent: 2) }
    }

    private func entry(_ statement: Statements.Statement, showsAgent: Bool, indent: Int) -> [StyledLine] {
        var line = StyledLine()
        if showsAgent, statement.cueLeads { line.append(statement.cue.printable + " ", .dim) }
        if showsAgent, let agent = statement.agent { line.append(agent.printable + " ", .bold) }
        if !showsAgent || !statement.cueLeads { line.append(statement.cue.printable + " ", .dim) }
        if !statement.text.isEmpty { line.append(" ", .dim) }
        line.append(statement.text.printable)
        if statement.isAttribution, let via = statement.via { line.append("  reported by \(via.printable)", .dim) }
        line.append("  " + statement.citation, .dim)
        return LineWrapper(width: appearance.width, firstIndent: indent, indent: indent + 2).wrap(line)
    }

    private func facts(_ number: Int?) throws(CommandError) -> [StyledLine] {
        if let number, !store.articles.indices.contains(number - 1) {
            throw CommandError("there is no article \(number); .articles lists them")
        }
        return try listed(
            statements.statements().filter { number == nil || $0.article == (number ?? 0) - 1 }, showsAgent: true,
            none: "no facts were found")
    }

    private func title(_ text: String) -> [StyledLine] {
        LineWrapper(width: appearance.width, firstIndent: 2, indent: 2).wrap(StyledLine(text, .bold))
    }

    // MARK: A profile

    private func profile(_ name: String) throws(CommandError) -> [StyledLine] {
        let ids = try known(name)
        let entity = main(ids)
        var lines = title(entity.name.printable)
        for description in entity.descriptions.prefix(4) {
            lines += LineWrapper(width: appearance.width, firstIndent: 4, indent: 6).wrap(
                StyledLine(description.text.printable, .dim))
        }
        func isOne(of names: Set<String>, _ statement: Statements.Statement) -> Bool {
            let classes = Set(names.compactMap { store.lexicon.verbs.id(named: $0) })
            return !classes.isDisjoint(with: store.facts[statement.fact].fact.classes)
        }
        let all = statements.statements(by: ids)
        let wanting = store.lexicon.words[.classesWanting]
        let against = store.lexicon.words[.classesAgainst]
        let rejections = all.filter { isOne(of: wanting.intersection(against), $0) }
        let wishes = all.filter { isOne(of: wanting.subtracting(against), $0) && !rejections.contains($0) }
        let deeds = statements.outermost(all.filter { !rejections.contains($0) && !wishes.contains($0) })
        let names = ids.flatMap { store.entities[$0].aliases.map { Statements.words($0) } }
        let others = statements.statements().filter { statement in
            statement.isAttribution && !all.contains { $0.fact == statement.fact }
                && names.contains { !$0.isEmpty && $0.isSubset(of: Statements.words(statement.text)) }
        }
        for (heading, found) in [
            ("Says", deeds.filter(\.isAttribution)), ("Wants", wishes), ("Rejects", rejections),
            ("Does", deeds.filter { !$0.isAttribution }), ("Others say", others),
        ] where !found.isEmpty {
            lines.append(StyledLine())
            lines += title("\(heading) (\(found.count))")
            lines += found.flatMap { entry($0, showsAgent: heading == "Others say", indent: 4) }
        }
        return lines
    }

    // MARK: A timeline

    private func timeline(_ topic: String?) throws(CommandError) -> [StyledLine] {
        let found = statements.innermost(
            statements.statements(about: topic).filter { $0.isAttribution && !$0.text.isEmpty })
        guard !found.isEmpty else { throw CommandError("nobody says anything" + (topic.map { " about \($0)" } ?? "")) }
        func date(_ article: Int) -> String? { store.articles[article].article.date }
        // Articles without a date come last, in the order in which they were loaded.
        let order = Set(found.map(\.article)).sorted { (date($0) ?? "~", $0) < (date($1) ?? "~", $1) }
        var lines: [StyledLine] = []
        for article in order {
            var head = StyledLine("  ● ", .bold)
            head.append(date(article) ?? "no date", .bold)
            let source = store.articles[article].article
            let parts = [source.publisher?.printable, ArticleRenderer.shown(title: source.title)]
            head.append("  " + parts.compactMap(\.self).joined(separator: " · "), .dim)
            lines += LineWrapper(width: appearance.width, indent: 4).wrap(head)
            // Wrapped for the room behind the line that is drawn.
            var room = self
            room.appearance.width = appearance.width.map { max($0 - 4, 12) }
            for statement in found where statement.article == article {
                for line in room.entry(statement, showsAgent: true, indent: 0) {
                    var drawn = StyledLine("  │ ", .dim)
                    drawn.append(line)
                    lines.append(drawn)
                }
            }
        }
        return lines
    }

    // MARK: Side by side

    private func compare(_ first: String, _ second: String, _ topic: String?) throws(CommandError) -> [StyledLine] {
        let sides = [try known(first), try known(second)].map { ids in
            (
                name: main(ids).name,
                found: statements.outermost(statements.statements(by: ids, about: topic).filter { !$0.text.isEmpty })
            )
        }
        guard sides.contains(where: { !$0.found.isEmpty }) else {
            throw CommandError("neither says anything" + (topic.map { " about \($0)" } ?? ""))
        }
        let width = appearance.width ?? 100
        // Two columns need room for words.
        guard width >= 60 else {
            return sides.enumerated().flatMap { index, side in
                (index > 0 ? [StyledLine()] : []) + title(side.name.printable)
                    + (side.found.isEmpty
                        ? [StyledLine("    nothing", .dim)]
                        : side.found.flatMap { entry($0, showsAgent: false, indent: 4) })
            }
        }
        let column = (width - 5) / 2
        let cells = sides.map { side -> [StyledLine] in
            let room = Browser(session, appearance: Appearance(width: column, colour: appearance.colour))
            return [StyledLine(side.name.printable.head(columns: column), .bold)]
                + (side.found.isEmpty
                    ? [StyledLine("nothing", .dim)]
                    : side.found.flatMap { room.entry($0, showsAgent: false, indent: 0) })
        }
        return (0..<max(cells[0].count, cells[1].count)).map { row in
            var line = StyledLine("  ")
            let left = cells[0].indices.contains(row) ? cells[0][row] : StyledLine()
            line.append(left)
            line.append(String(repeating: " ", count: max(0, column - left.width)) + " │ ", .dim)
            if cells[1].indices.contains(row) { line.append(cells[1][row]) }
            return line
        }
    }
}

/// Names that are nearly one that was typed.
private struct ArticleIndexNames {
    let store: FactStore

    init(_ store: FactStore) { self.store = store }

    func near(_ name: String) -> [String] {
        var found: [String] = []
        for entity in store.entities.entities where entity.kind != .unnamed && !entity.mentions.isEmpty {
            let words = entity.name.split(separator: " ").map(String.init) + [entity.name]
            if words.contains(where: { $0.count > 3 && NearName.isNear(name, $0) }), !found.contains(entity.name) {
                found.append(entity.name)
            }
        }
        return Array(found.prefix(4))
    }
}
