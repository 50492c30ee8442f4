import Answers
import Articles

/// Understands the lines of a session, questions and commands, one after the other. It reads no keys and writes nothing.
struct Interpreter {
    /// What a line led to.
    enum Response: Equatable {
        /// Nothing to say: a blank line, a comment.
        case silent
        case reply(Reply)
        /// More of the last reply: indices of its answers.
        case more(Reply, Range<Int>)
        /// What a command shows.
        case lines([StyledLine])
        /// What went wrong, line by line, and after it what went well.
        case complaint([String], [StyledLine])
        /// How things are shown, and where; for who shows them.
        case setting(Setting)
        case quit
    }

    private(set) var session: Session
    /// The worst so far.
    private(set) var status = ExitStatus.answered
    private(set) var last: Reply?
    private var shown = 0
    /// How a question is answered; tests put replies of their own here.
    var answer: @Sendable (inout Session, String) -> Reply = { session, question in session.ask(question) }

    /// Whether the user wants a long command to stop.
    var isInterrupted: () -> Bool = { false }

    init(session: Session) {
        self.session = session
    }

    /// Reads a line. Its line end is left out.
    mutating func respond(to line: String, appearance: Appearance) -> Response {
        let text = line.trimmed
        guard let first = text.first, first != "#" else { return .silent }
        if first == ".", text.dropFirst().first?.isLetter == true { return run(text, appearance) }
        return .reply(ask(text))
    }

    /// Answers a question.
    mutating func ask(_ question: String) -> Reply {
        let refusal = QuestionCheck.refusal(of: question)
        let reply = refusal ?? answer(&session, question)
        note(reply)
        return reply
    }

    /// Takes a line for a question that cannot be one, because of what it is made of.
    mutating func refuse(_ line: String, because message: String) -> Reply {
        let reply = Reply(question: line, status: .notUnderstood, message: message)
        note(reply)
        return reply
    }

    /// Reads articles.
    ///
    /// - Returns: What could not be read, in the order of the paths.
    mutating func load(_ paths: [String]) -> [ArticleError] {
        var errors: [ArticleError] = []
        let paths = paths.flatMap(PathPattern.expand)
        let progress = paths.count > 1 ? ProgressDisplay() : nil
        defer { progress?.end() }
        for (index, path) in paths.enumerated() {
            progress?.show(done: index, of: paths.count)
            if isInterrupted() {
                errors.append(ArticleError(name: path, reason: .interrupted))
                return errors
            }
            do {
                let article = path == "-" ? try Self.readStandardInput() : try ArticleReader().read(path: path)
                if let same = session.articles.first(where: { $0.article.text == article.text }) {
                    errors.append(
                        ArticleError(name: path, reason: .duplicate(of: same.article.id, number: same.number)))
                } else {
                    session.load(article)
                }
            } catch {
                errors.append(error)
                status = max(status, .unreadable)
            }
        }
        return errors
    }

    /// "-": the article that is piped in.
    private static func readStandardInput() throws(ArticleError) -> Article {
        // Keys are for questions.
        guard isatty(STDIN_FILENO) == 0 else { throw ArticleError(name: "standard input", reason: .missing) }
        var bytes: [UInt8] = []
        var lines = ByteReader(descriptor: STDIN_FILENO)
        while let part = lines.next(), bytes.count <= ArticleReader().limit { bytes += part }
        return try ArticleReader().read(bytes: bytes, id: "standard input")
    }

    /// Reads an article that was pasted.
    mutating func load(pasted text: String) -> Response {
        do {
            let number = session.articles.count + 1
            session.load(try ArticleReader().read(bytes: Array(text.utf8), id: "pasted-\(number)"))
            return .lines([StyledLine("  " + census.joined(separator: " · "), .dim)])
        } catch {
            return .complaint([error.description], [])
        }
    }

    /// Loads the article that is built in.
    mutating func loadSeed() throws(ArticleError) {
        session.load(try ArticleReader().readSeed())
    }

    /// "1 article, 25 sentences, 64 facts".
    var census: [String] {
        [
            ArticleRenderer.count(session.articles.count, "article"),
            ArticleRenderer.count(session.articles.reduce(0) { $0 + $1.sentenceCount }, "sentence"),
            ArticleRenderer.count(session.factCount, "fact"),
        ]
    }

    /// A line that whoever runs the session could not do.
    mutating func noteNotUnderstood() { status = max(status, .notUnderstood) }

    private mutating func note(_ reply: Reply) {
        last = reply
        shown = min(ReplyRenderer.page, reply.answers.count)
        switch reply.status {
        case .answered: break
        case .noAnswer: status = max(status, .noAnswer)
        case .notUnderstood: status = max(status, .notUnderstood)
        }
    }

    // MARK: Commands.

    private mutating func run(_ line: String, _ appearance: Appearance) -> Response {
        do throws(CommandError) {
            switch try Command(line) {
            case .help(let topic):
                if let lines = HelpText(appearance: appearance).lines(topic: topic) { return .lines(lines) }
                throw CommandError("no help on \"\(topic ?? "")\"; topics: \(HelpText.topics.joined(separator: ", "))")
            case .load(let paths): return loaded(paths)
            case .articles: return .lines(ArticleRenderer(appearance: appearance).list(session.articles))
            case .show(let article, let sentence): return .lines(try show(article, sentence, appearance))
            case .context(let number): return .lines(try context(number, appearance))
            case .read(let article): return .lines(try show(article, nil, appearance))
            case .browse(let browse): return .lines(try Browser(session, appearance: appearance).lines(for: browse))
            case .setting(let setting): return .setting(setting)
            case .why(let number): return .lines(try explain(number, appearance))
            case .more: return try more()
            case .quit: return .quit
            }
        } catch {
            status = max(status, .notUnderstood)
            return .complaint([error.message], [])
        }
    }

    private mutating func loaded(_ paths: [String]) -> Response {
        let before = session.articles.count
        let errors = load(paths)
        var lines: [StyledLine] = []
        if session.articles.count > before {
            lines.append(StyledLine("  " + census.joined(separator: " · "), .dim))
        }
        return errors.isEmpty ? .lines(lines) : .complaint(errors.map(\.description), lines)
    }

    private func show(_ number: Int, _ sentence: Int?, _ appearance: Appearance) throws(CommandError) -> [StyledLine] {
        guard session.articles.indices.contains(number - 1) else {
            throw CommandError(
                "there is no article \(number); there \(session.articles.count == 1 ? "is" : "are") \(census[0])")
        }
        let loaded = session.articles[number - 1]
        let facts = sentence == nil ? FactSpans(session.store, article: number - 1).spans : []
        guard let lines = ArticleRenderer(appearance: appearance).text(of: loaded, sentence: sentence, marking: facts)
        else {
            throw CommandError("article \(number) has \(ArticleRenderer.count(loaded.sentenceCount, "sentence"))")
        }
        return lines
    }

    private func context(_ number: Int, _ appearance: Appearance) throws(CommandError) -> [StyledLine] {
        guard let place = try answer(number).evidence.first else {
            throw CommandError("answer \(number) stands in no sentence")
        }
        return try show(place.articleNumber, place.number, appearance)
    }

    private func answer(_ number: Int) throws(CommandError) -> Answer {
        guard let last else { throw CommandError("there is no answer yet; ask a question first, or .read an article") }
        guard last.answers.indices.contains(number - 1) else {
            throw CommandError("the last question has \(ArticleRenderer.count(last.answers.count, "answer"))")
        }
        return last.answers[number - 1]
    }

    private func explain(_ number: Int, _ appearance: Appearance) throws(CommandError) -> [StyledLine] {
        guard let last else { throw CommandError("there is no answer yet; ask a question first") }
        guard last.answers.indices.contains(number - 1) else {
            throw CommandError("the last question has \(ArticleRenderer.count(last.answers.count, "answer"))")
        }
        return ExplanationRenderer(appearance: appearance).lines(for: last, answer: number - 1)
    }

    private mutating func more() throws(CommandError) -> Response {
        guard let last, shown < last.answers.count else { throw CommandError("there are no more answers") }
        let range = shown..<min(last.answers.count, shown + ReplyRenderer.page * 5)
        shown = range.upperBound
        return .more(last, range)
    }
}

extension StringProtocol {
    /// Without white space at its ends.
    var trimmed: String {
        String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
    }
}
