import Articles
import CSQLite
import Foundation
import Language
import Testing

@testable import Facts
@testable import Storage

/// A folder that goes away with the test.
final class Scratch {
    let path = NSTemporaryDirectory() + "hearsay-" + UUID().uuidString

    init() throws { try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true) }
    deinit { try? FileManager.default.removeItem(atPath: path) }

    func file(_ name: String) -> String { path + "/" + name }
}

enum Sample {
    static let lexicon = Result { try Lexicon.embedded() }
    static let analyzer = Result { try Analyzer() }

    static let texts = [
        "Harbour reopens\n\nMayor Ada Berg said on Monday that the harbour of Port Ansel would open again. “We are ready,” Berg said.",
        "Council rejects plan\n\nThe council of Port Ansel rejected the plan of Ada Berg. Jonas Ahl, who leads the council, said it was too dear.",
        "Boats return\n\nForty boats came back to Port Ansel. Russia demanded that they be searched, Example Wire reported.",
    ]

    static func store(_ texts: [String] = texts) throws -> FactStore {
        var store = FactStore(lexicon: try lexicon.get())
        for (index, text) in texts.enumerated() {
            var article = try ArticleReader().read(bytes: Array(text.utf8), id: "\(index).txt")
            article.publisher = "Example News"
            article.stamp = FileStamp(size: 7, time: 1_742_203_800_123_456_789)
            store.add(article, document: try analyzer.get().analyze(article))
        }
        return store
    }
}

/// Whether two stores are the same to whoever asks them.
func expectSame(_ first: FactStore, _ second: FactStore, _ location: SourceLocation = #_sourceLocation) {
    #expect(first.articles.map(\.article) == second.articles.map(\.article), sourceLocation: location)
    #expect(
        first.articles.map { $0.document.columns.conllu() } == second.articles.map { $0.document.columns.conllu() },
        sourceLocation: location)
    #expect(first.facts.map(\.fact) == second.facts.map(\.fact), sourceLocation: location)
    #expect(first.facts.map(\.within) == second.facts.map(\.within), sourceLocation: location)
    #expect(first.articles.map(\.entityOfToken) == second.articles.map(\.entityOfToken), sourceLocation: location)
    #expect(first.articles.map(\.words) == second.articles.map(\.words), sourceLocation: location)
    #expect(first.snapshot == second.snapshot, sourceLocation: location)
    for word in 0..<first.vocabulary.count {
        let id = WordID(word)
        #expect(first.sentences(withWord: id) == second.sentences(withWord: id), sourceLocation: location)
        #expect(
            first.entities(describedWith: id).sorted() == second.entities(describedWith: id).sorted(),
            sourceLocation: location)
    }
    #expect(first.senses == second.senses, sourceLocation: location)
    for fact in first.facts.indices {
        #expect(
            first.numbers.goesBeyondSentence(fact) == second.numbers.goesBeyondSentence(fact), sourceLocation: location)
    }
    for sense in first.senses.indices {
        #expect(first.facts(withSense: sense) == second.facts(withSense: sense), sourceLocation: location)
    }
    for entity in first.entities.entities.indices {
        let id = Entity.ID(entity)
        #expect(first.sentences(with: id) == second.sentences(with: id), sourceLocation: location)
        #expect(
            first.entities.speakers(for: id).sorted() == second.entities.speakers(for: id).sorted(),
            sourceLocation: location)
    }
}

@Suite struct SessionFileTests {
    @Test func `what is saved is opened as it was`() throws {
        let scratch = try Scratch()
        let store = try Sample.store()
        let copies = [SessionFile.Copy(article: 2, id: "copy.txt", publisher: "Other News", path: nil)]
        _ = try SessionFile.create(scratch.file("a.hearsay"), store: store, copies: copies)
        let contents = try SessionFile(opening: scratch.file("a.hearsay")).read(lexicon: try Sample.lexicon.get())
        #expect(contents.state == .whole && contents.copies == copies)
        expectSame(contents.store, store)
    }

    @Test func `articles are added, and all of it replaced`() throws {
        let scratch = try Scratch()
        let path = scratch.file("a.hearsay")
        let file = try SessionFile.create(path, store: try Sample.store(Array(Sample.texts.prefix(1))), copies: [])
        let whole = try Sample.store()
        try file.append(articlesOf: whole, from: 1, copies: [])
        expectSame(try SessionFile(opening: path).read(lexicon: try Sample.lexicon.get()).store, whole)
        let less = try Sample.store(Array(Sample.texts.suffix(1)))
        try file.replace(by: less, copies: [])
        expectSame(try SessionFile(opening: path).read(lexicon: try Sample.lexicon.get()).store, less)
    }

    @Test func `what is opened goes on as if it had never been saved`() throws {
        let scratch = try Scratch()
        let lexicon = try Sample.lexicon.get()
        for saved in 1...2 {
            let path = scratch.file("\(saved).hearsay")
            let first = Sample.texts.prefix(saved)
            _ = try SessionFile.create(path, store: try Sample.store(Array(first)), copies: [])
            var store = try SessionFile(opening: path).read(lexicon: lexicon).store
            let whole = try Sample.store()
            for loaded in whole.articles.dropFirst(saved) {
                store.add(loaded.article, document: loaded.document.columns)
            }
            expectSame(store, whole)
            for word in 0..<whole.vocabulary.count {
                let text = whole.vocabulary.word(WordID(word))
                #expect(store.vocabulary.word(WordID(word)) == text && store.vocabulary.id(of: text) == WordID(word))
                #expect(store.vocabulary.alike(text) == whole.vocabulary.alike(text))
            }
            #expect(Set(store.entities.nameWords) == Set(whole.entities.nameWords))
            for name in whole.entities.nameWords {
                #expect(store.entities.entities(withNameWord: name) == whole.entities.entities(withNameWord: name))
            }
            for alias in whole.entities.entities.flatMap(\.aliases) {
                #expect(store.entities.entities(named: alias) == whole.entities.entities(named: alias))
            }
        }
    }

    @Test func `the views read well`() throws {
        let scratch = try Scratch()
        let path = scratch.file("a.hearsay")
        _ = try SessionFile.create(path, store: try Sample.store(), copies: [])
        let database = try Database(path: path, mode: .readOnly)
        let statement = try database.prepare("SELECT source, content FROM statements WHERE article = 1 ORDER BY fact")
        #expect(try statement.step())
        #expect(statement.text(0) == "Ada Berg")
        #expect(statement.text(1)?.contains("would open again") == true)
        let facts = try database.number("SELECT count(*) FROM facts")
        #expect(try database.number("SELECT count(*) FROM fact_list") == facts)
        #expect(try database.number("SELECT count(*) FROM role_list WHERE role = 'agent'") > 2)
        #expect(try database.number("SELECT count(*) FROM sentence_list WHERE text LIKE '%“We are ready,”%'") == 1)
        #expect(try database.number("SELECT mentions FROM entity_list WHERE name = 'Ada Berg'") >= 3)
    }

    @Test func `files of others are refused and left as they are`() throws {
        let scratch = try Scratch()
        let other = scratch.file("other.db")
        try Database(path: other, mode: .create).execute("CREATE TABLE t (x)")
        let text = scratch.file("text.txt")
        try "not a database, but long enough to be one if it had the right first bytes".write(
            toFile: text, atomically: true, encoding: .utf8)
        for path in [other, text] {
            let before = try Data(contentsOf: URL(filePath: path))
            #expect(throws: SessionFileError(path: path, reason: .foreign)) { try SessionFile(opening: path) }
            #expect(try Data(contentsOf: URL(filePath: path)) == before)
        }
        #expect(throws: SessionFileError(path: scratch.file("no"), reason: .missing)) {
            try SessionFile(opening: scratch.file("no"))
        }
    }

    @Test func `a newer file is refused, one of another program version is analysed again`() throws {
        let scratch = try Scratch()
        let path = scratch.file("a.hearsay")
        _ = try SessionFile.create(path, store: try Sample.store(), copies: [])
        try Database(path: path, mode: .readWrite).execute("UPDATE properties SET value = 'old' WHERE name = 'facts'")
        var contents = try SessionFile(opening: path).read(lexicon: try Sample.lexicon.get())
        #expect(contents.state == .factsRenewed)
        expectSame(contents.store, try Sample.store())
        try Database(path: path, mode: .readWrite).execute(
            "UPDATE properties SET value = 'old' WHERE name = 'analysis'")
        contents = try SessionFile(opening: path).read(lexicon: try Sample.lexicon.get())
        let articles = try Sample.store().articles.map(\.article)
        #expect(contents.state == .stale && contents.articles == articles)
        try Database(path: path, mode: .readWrite).execute("PRAGMA user_version = 99")
        #expect(throws: SessionFileError(path: path, reason: .newer(99))) { try SessionFile(opening: path) }
    }

    @Test func `a damaged article is lost, the others are there, and the file is written to no more`() throws {
        let scratch = try Scratch()
        let path = scratch.file("a.hearsay")
        _ = try SessionFile.create(path, store: try Sample.store(), copies: [])
        try Database(path: path, mode: .readWrite).execute(
            "UPDATE analyses SET document = zeroblob(length(document)) WHERE article = 2")
        let file = try SessionFile(opening: path)
        let contents = try file.read(lexicon: try Sample.lexicon.get())
        #expect(contents.state == .damaged(lost: 1, of: 3))
        #expect(contents.store.articles.map(\.article.id) == ["0.txt", "2.txt"])
        #expect(!file.isWritable)
        #expect(throws: SessionFileError(path: path, reason: .readOnly)) {
            try file.append(articlesOf: contents.store, from: 0, copies: [])
        }
    }

    @Test func `damage anywhere in the file never traps`() throws {
        let scratch = try Scratch()
        let path = scratch.file("a.hearsay")
        _ = try SessionFile.create(path, store: try Sample.store(), copies: [])
        let good = try Data(contentsOf: URL(filePath: path))
        var random = SystemRandomNumberGenerator()
        let damaged = scratch.file("b.hearsay")
        for round in 0..<150 {
            var bytes = good
            if round % 3 == 0 {
                bytes = bytes.prefix(Int.random(in: 1..<bytes.count, using: &random))
            } else {
                for _ in 0..<Int.random(in: 1...40, using: &random) {
                    bytes[Int.random(in: 100..<bytes.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
                }
            }
            try bytes.write(to: URL(filePath: damaged))
            guard let file = try? SessionFile(opening: damaged),
                let contents = try? file.read(lexicon: try Sample.lexicon.get())
            else {
                continue
            }
            for fact in contents.store.facts {
                _ = contents.store.articles[fact.article].document.string(fact.fact.cue)
            }
            for word in 0..<contents.store.vocabulary.count { _ = contents.store.sentences(withWord: WordID(word)) }
        }
    }

    @Test func `two programs on one file`() throws {
        let scratch = try Scratch()
        let path = scratch.file("a.hearsay")
        let first = try SessionFile.create(path, store: try Sample.store(Array(Sample.texts.prefix(1))), copies: [])
        let second = try SessionFile(opening: path)
        let whole = try Sample.store()
        try first.append(articlesOf: whole, from: 1, copies: [])
        // The second reads while the first has it open, but would overwrite what it has not seen.
        expectSame(try second.read(lexicon: try Sample.lexicon.get()).store, whole)
        #expect(throws: SessionFileError(path: path, reason: .changedByOther)) {
            try second.append(articlesOf: whole, from: 1, copies: [])
        }
        expectSame(try SessionFile(opening: path).read(lexicon: try Sample.lexicon.get()).store, whole)
    }

    @Test func `a disk that is full leaves the file as it was`() throws {
        let scratch = try Scratch()
        let path = scratch.file("a.hearsay")
        let before = try Sample.store(Array(Sample.texts.prefix(1)))
        let file = try SessionFile.create(path, store: before, copies: [])
        file.limitPages()
        var many = before
        for index in 0..<12 {
            var article = try ArticleReader().read(bytes: Array(Sample.texts[1].utf8), id: "\(index).txt")
            article.url = "https://example.com/" + String(repeating: "long", count: 50_000)
            many.add(article, document: try Sample.analyzer.get().analyze(article))
        }
        #expect(throws: SessionFileError(path: path, reason: .full)) { try file.replace(by: many, copies: []) }
        expectSame(try SessionFile(opening: path).read(lexicon: try Sample.lexicon.get()).store, before)
    }
}

@Suite struct EntityPackingTests {
    @Test func `a field that is new has to be packed`() throws {
        let message: Comment =
            "EntityPacking has to write and read what is new; then raise its version and amend this list"
        func fields(_ value: Any) -> [String] { Mirror(reflecting: value).children.compactMap(\.label) }
        let store = try Sample.store()
        #expect(
            fields(store.entities.entities[0])
                == ["name", "kind", "aliases", "forms", "group", "descriptions", "affiliations", "mentions"], message)
        #expect(
            fields(store.entities) == ["entities", "byAlias", "byWord", "byGroup", "bySpokenFor", "names"], message)
        #expect(
            fields(store.vocabulary) == [
                "saved", "savedIDs", "savedPlaces", "ids", "added", "lastOfStem", "lastOfShape", "earlierOfStem",
                "earlierOfShape",
            ], message)
        #expect(
            fields(store.articles[0].article) == [
                "id", "path", "text", "offsetInFile", "gaps", "title", "byline", "publisher", "date", "published",
                "url", "language",
                "stamp", "format", "paragraphs",
            ], "the tables of session files have to have what is new of an article")
    }
}

extension Vocabulary {
    /// The words that may be other forms of one.
    fileprivate func alike(_ word: String) -> Set<String> {
        var found: Set<String> = []
        forEachAlike(word) { _, other in found.insert(other) }
        return found
    }
}
