import Answers

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

        /// Whether it says that the line was not understood or could not be done.
        var isFailure: Bool {
            switch self {
            case .complaint(_, let lines): lines.isEmpty
            case .reply(let reply): reply.status == .notUnderstood
            default: false
            }
        }
    }

    /// The articles.
    var collection: Collection
    var session: Session { collection.session }
    /// The worst so far.
    private(set) var status = ExitStatus.answered
    private(set) var last: Reply?
    private var shown = 0
    /// Where the files of the grammar are; nil for those that are built in.
    var grammarFolder: String?
    /// How a question is answered; tests put replies of their own here.
    var answer: @Sendable (inout Session, String, (@Sendable () -> Bool)?) -> Reply = {
        session, question, isInterrupted in
        session.ask(question, isInterrupted: isInterrupted)
    }

    /// What to do where no article is loaded.
    var loadingHint = ".load FILE reads one."

    /// Whether the user wants what takes long to stop; nil where Ctrl-C is nobody's to notice, and would end the program.
    var isInterrupted: (@Sendable () -> Bool)?

    init(_ collection: Collection) {
        self.collection = collection
    }

    init(session: Session) {
        self.init(Collection(session: session))
    }

    /// Reads a line. Its line end is left out.
    mutating func respond(to line: String, appearance: Appearance) -> Response {
        let text = line.trimmed
        guard let first = text.first, first != "#" else { return .silent }
        if let last, shown < last.answers.count, session.asksForMore(text) { return run(".more", appearance) }
        if first == ".", text.dropFirst().first?.isLetter == true { return run(text, appearance) }
        return .reply(ask(text))
    }

    /// Answers a question.
    mutating func ask(_ question: String) -> Reply {
        let refusal = QuestionCheck.refusal(of: question, isQuestion: session.isFollowUp)
        var reply = refusal ?? answer(&collection.session, question, isInterrupted)
        if session.articles.isEmpty, reply.status == .noAnswer {
            reply.message = "Nothing found: no article is loaded. " + loadingHint
        }
        note(reply)
        return reply
    }

    /// Takes a line for a question that cannot be one, because of what it is made of.
    mutating func refuse(_ line: String, because message: String) -> Reply {
        let reply = Reply(question: line, status: .notUnderstood, message: message)
        note(reply)
        return reply
    }

    /// "1 article, 25 sentences, 64 facts".
    var census: [String] { collection.census }

    /// What whoever runs the session could not do.
    mutating func note(_ error: CommandError) { status = max(status, error.status) }

    /// A file that could not be read or written.
    mutating func noteUnreadable() { status = max(status, .unreadable) }

    /// The last answers are of articles that are there no more.
    mutating func forgetLast() { last = nil }

    private mutating func note(_ reply: Reply) {
        last = reply
        shown = min(ReplyRenderer.page, reply.answers.count)
        switch reply.status {
        case .answered: break
        case .noAnswer: status = max(status, .noAnswer)
        case .notUnderstood, .ambiguous: status = max(status, .notUnderstood)
        }
    }

    // MARK: Commands.

    private mutating func run(_ line: String, _ appearance: Appearance) -> Response {
        do throws(CommandError) {
            switch try Command(line) {
            case .help(let topic):
                if let lines = HelpText(appearance: appearance, examples: session.examples).lines(topic: topic) {
                    return .lines(lines)
                }
                throw CommandError("no help on \"\(topic ?? "")\"; topics: \(HelpText.topics.joined(separator: ", "))")
            case .load(let paths):
                let report = load(paths)
                return response(to: report)
            case .unload(let selection): return try unload(selection)
            case .reload: return try reload()
            case .skipped: return .lines(skippedLines(appearance))
            case .save(let path): return try save(path)
            case .open(let path): return try open(path)
            case .articles:
                return .lines(ArticleRenderer(appearance: appearance).list(session.articles, copies: collection.copies))
            case .show(let article, let sentence): return .lines(try show(article, sentence, appearance))
            case .context(let number): return .lines(try context(number, appearance))
            case .read(let article): return .lines(try show(article, nil, appearance))
            case .browse(let browse):
                let browser = Browser(session, appearance: appearance, isInterrupted: isInterrupted ?? { false })
                return .lines(try browser.lines(for: browse))
            case .setting(let setting): return .setting(setting)
            case .why(let number): return .lines(try explain(number, appearance))
            case .more: return try more()
            case .parse(let question):
                guard let outcome = session.reading(of: question) else {
                    throw CommandError("this is too long for a question")
                }
                return .lines(ParseRenderer(appearance: appearance).lines(for: outcome))
            case .grammar(.list):
                return .lines(
                    GrammarListing.lines(session.language).map { StyledLine($0.isEmpty ? "" : "  " + $0.printable) })
            case .grammar(.reload(let folder)): return .lines(try reloadGrammar(folder))
            case .quit: return .quit
            }
        } catch {
            note(error)
            return .complaint([error.message], [])
        }
    }

    /// Reads the files of the grammar again; where one has a mistake, the old ones stay.
    private mutating func reloadGrammar(_ folder: String?) throws(CommandError) -> [StyledLine] {
        guard let folder = folder.map(PathPattern.home) ?? grammarFolder else {
            throw CommandError("the grammar is built in; .grammar reload DIR reads one from files")
        }
        do {
            collection.use(try GrammarFolder(path: folder).read())
        } catch {
            throw CommandError(((error as? CommandError)?.message ?? "\(error)") + "; the grammar stays as it was")
        }
        grammarFolder = folder
        let count = session.grammar.listing.count
        return [StyledLine("  \(ArticleRenderer.count(count, "shape")) read from \(folder.printable)", .dim)]
    }

    private func show(_ number: Int, _ sentence: Int?, _ appearance: Appearance) throws(CommandError) -> [StyledLine] {
        guard session.articles.indices.contains(number - 1) else { throw collection.noArticle(number) }
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
        guard last.answers.indices.contains(number - 1) else { throw Self.noAnswer(number, of: last) }
        return last.answers[number - 1]
    }

    private static func noAnswer(_ number: Int, of reply: Reply) -> CommandError {
        let count = reply.answers.count
        return CommandError(
            count == 0
                ? "the last question has no answer"
                : "there is no answer \(number); the last question has \(ArticleRenderer.count(count, "answer"))")
    }

    private func explain(_ number: Int, _ appearance: Appearance) throws(CommandError) -> [StyledLine] {
        guard let last else { throw CommandError("there is no answer yet; ask a question first") }
        guard last.answers.indices.contains(number - 1) else { throw Self.noAnswer(number, of: last) }
        return ExplanationRenderer(appearance: appearance).lines(for: last, answer: number - 1)
    }

    private mutating func more() throws(CommandError) -> Response {
        guard let last else { throw CommandError("there is no answer yet; ask a question first") }
        guard shown < last.answers.count else {
            throw CommandError(last.answers.isEmpty ? "the last question has no answer" : "there are no more answers")
        }
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
