import Answers
import Articles
import Foundation
import Storage
import Synchronization
import Testing

@testable import Shell

/// Set by one thread, seen by others.
private final class Flag: Sendable {
    private let value = Atomic<Bool>(false)
    var isSet: Bool { value.load(ordering: .relaxed) }
    func set() { value.store(true, ordering: .relaxed) }
}

@Suite final class LoadingTests {
    private let folder = NSTemporaryDirectory() + "hearsay-loading-" + UUID().uuidString

    init() throws { try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true) }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    @discardableResult
    private func write(_ text: String, _ name: String) throws -> String {
        let path = folder + "/" + name
        try text.write(toFile: path, atomically: false, encoding: .utf8)
        return path
    }

    private static func story(_ number: Int) -> String {
        "Harbour \(number) reopens\n\nMayor Ada Berg\(number) said on Monday that harbour \(number) would open again. Jonas Ahl rejected plan \(number).\n\n"
            + (0..<6).map {
                "Ship w\(number * 100 + $0) came from port p\(number * 100 + $0) with g\(number * 100 + $0) and h\(number * 100 + $0) on board."
            }
            .joined(separator: "\n\n")
    }

    private func lines(_ response: Interpreter.Response) -> [String] {
        switch response {
        case .lines(let lines): lines.map(\.text)
        case .complaint(let complaints, let lines): complaints + lines.map(\.text)
        default: []
        }
    }

    @Test func `results do not depend on the number of threads`() throws {
        for number in 0..<40 { try write(Self.story(number), "\(100 + number).txt") }
        var results: [String] = []
        for count in [1, 2, 5] {
            var session = try Session()
            var (duplicates, copies) = (DuplicateIndex(), CopyList())
            let report = Loader(workers: Workers(count: count)).load(
                [folder], into: &session, duplicates: &duplicates, copies: &copies)
            #expect(report.loaded == 40 && report.skipped.isEmpty)
            let facts = Export(store: session.store).lines(.facts, .jsonl).joined()
            let entities = Export(store: session.store).lines(.entities, .jsonl).joined()
            results.append(facts + entities + session.articles.map(\.article.id).joined())
        }
        #expect(results[0] == results[1] && results[0] == results[2] && results[0].count > 10_000)
    }

    @Test func `a bad file never stops the others, and what was left out is told`() throws {
        try write(Self.story(1), "a.txt")
        try write(Self.story(1), "b.txt")
        try write("", "c.txt")
        try write(
            "Der Bürgermeister hat am Montag erklärt, dass die Brücke nicht mehr für Lastwagen geöffnet wird.", "d.txt")
        try write(Self.story(2), "e.txt")
        try write("PK\u{3}\u{4}", "f.zip")
        var interpreter = Interpreter(session: try Session())
        let shown = lines(interpreter.respond(to: ".load \(folder)", appearance: Appearance()))
        #expect(shown[0].hasPrefix("  2 articles in "))
        #expect(
            shown[0].hasSuffix("  ·  4 skipped: 1 duplicate, 1 not English, 1 empty, 1 no text (.skipped shows them)"))
        #expect(shown[1].hasPrefix("  2 articles · "))
        let skipped = lines(interpreter.respond(to: ".skipped", appearance: Appearance()))
        #expect(skipped.count == 4)
        #expect(skipped[0] == "  \(folder)/b.txt: the same text as article 1, a.txt; not loaded again")
        #expect(interpreter.status == .answered)
        _ = interpreter.respond(to: ".load \(folder)/c.txt", appearance: Appearance())
        #expect(interpreter.status == .unreadable)
    }

    @Test func `a copy with small edits counts for the other outlet`() throws {
        let body = (0..<30).map { "Sentence s\($0) of the a\($0) report says that b\($0) and c\($0) came." }.joined(
            separator: "\n\n")
        try write("Title: One\nSource: First News\n\n" + body, "a.txt")
        try write(
            "Title: Two\nSource: Second News\n\n" + body.replacing("says that b3 ", with: "tells that b3 "), "b.txt")
        var interpreter = Interpreter(session: try Session())
        let report = interpreter.load([folder])
        #expect(report.loaded == 1 && report.skipped.map(\.kind) == [.nearDuplicate] && !report.hasFailed)
        #expect(
            lines(interpreter.respond(to: ".articles", appearance: Appearance()))[0].contains(
                "First News · also Second News"))
    }

    @Test func `articles are taken away, and files that changed are read again in their places`() throws {
        for number in 0..<3 { try write(Self.story(number), "\(number).txt") }
        var interpreter = Interpreter(session: try Session())
        _ = interpreter.load([folder])
        #expect(lines(interpreter.respond(to: ".reload", appearance: Appearance())) == ["  Nothing changed."])
        try write(Self.story(7) + " And more.", "1.txt")
        _ = interpreter.respond(to: ".reload", appearance: Appearance())
        #expect(
            interpreter.session.articles.map(\.article.title) == [
                "Harbour 0 reopens", "Harbour 7 reopens", "Harbour 2 reopens",
            ])
        #expect(interpreter.session.store.entities.entities(named: "jonas ahl").count == 1)
        _ = interpreter.respond(to: ".unload 1", appearance: Appearance())
        #expect(interpreter.session.articles.map(\.article.id) == ["1.txt", "2.txt"])
        #expect(
            lines(interpreter.respond(to: ".unload 9", appearance: Appearance()))[0].hasPrefix("there is no article 9"))
        // What was taken away may be loaded again.
        #expect(interpreter.load([folder + "/0.txt"]).loaded == 1)
        _ = interpreter.respond(to: ".unload all", appearance: Appearance())
        #expect(interpreter.session.articles.isEmpty)
    }

    @Test func `paths lead to the files from wherever a session is opened`() throws {
        var session = try Session()
        var (duplicates, copies) = (DuplicateIndex(), CopyList())
        let here = FileManager.default.currentDirectoryPath
        let up = String(repeating: "../", count: here.split(separator: "/").count)
        let path = String(try write(Self.story(1), "1.txt").dropFirst())
        _ = Loader().load([up + path], into: &session, duplicates: &duplicates, copies: &copies)
        #expect(session.articles.first?.article.path == here + "/" + up + path)
        #expect(session.articles.first?.article.id == "1.txt")
    }

    @Test func `what is loaded stays when loading is interrupted`() throws {
        // More than are read ahead.
        let titles = (0..<40).map { "Harbour \($0) reopens" }
        for number in titles.indices { try write(Self.story(number), "\(100 + number).txt") }
        // Copies that were read ahead and are not added leave no trace either.
        for number in 4..<9 { try write(Self.story(number), "\(100 + number)-again.txt") }
        var (session, duplicates, copies) = (try Session(), DuplicateIndex(), CopyList())
        let isStopped = Flag()
        var loader = Loader(workers: Workers(count: 1))
        loader.isInterrupted = { isStopped.isSet }
        let report = loader.load([folder], into: &session, duplicates: &duplicates, copies: &copies) { session, _ in
            if session.articles.count == 3 { isStopped.set() }
        }
        #expect(report.skipped.last?.kind == .interrupted)
        #expect(report.loaded == session.articles.count && (3..<40).contains(report.loaded))
        #expect(session.articles.map(\.article.title) == Array(titles.prefix(report.loaded)))
        // The rest is loaded when it is asked for again.
        let rest = Loader().load([folder], into: &session, duplicates: &duplicates, copies: &copies)
        #expect(session.articles.map(\.article.title) == titles)
        #expect(rest.skipped.allSatisfy { $0.kind == .duplicate })
    }

    @Test func `an article whose analysis is stopped is not loaded`() throws {
        let first = try write(Self.story(1), "1.txt")
        let second = try write(Self.story(2), "2.txt")
        var (session, duplicates, copies) = (try Session(), DuplicateIndex(), CopyList())
        _ = Loader().load([first], into: &session, duplicates: &duplicates, copies: &copies)
        let analysis = session.analysis { true }
        #expect(analysis(session.articles[0].article) == nil)
        var loader = Loader()
        let isStopped = Flag()
        loader.isInterrupted = { isStopped.isSet }
        // Once it is read, and before it is analysed.
        loader.progress = { _ in isStopped.set() }
        let report = loader.load([second], into: &session, duplicates: &duplicates, copies: &copies)
        #expect(report.skipped == [ArticleError(name: second, reason: .interrupted)] || report.loaded == 1)
        #expect(session.articles.count == 1 + report.loaded)
    }

    @Test func `a session is saved, opened, and added to`() throws {
        let file = folder + "/talks.hearsay"
        let first = try write(Self.story(1), "1.txt")
        let second = try write(Self.story(2), "2.txt")
        var interpreter = Interpreter(session: try Session())
        #expect(try interpreter.collection.openOrCreate(file) == nil)
        _ = interpreter.load([first])
        var again = Interpreter(session: try Session())
        #expect(try again.collection.openOrCreate(file) == nil)
        #expect(again.session.articles.map(\.article.id) == ["1.txt"])
        #expect(again.load([first]).skipped.map(\.kind) == [.duplicate])
        _ = again.load([second])
        let question = "what did Jonas Ahl reject"
        let answers = again.ask(question).answers
        #expect(!answers.isEmpty)
        var third = Interpreter(session: try Session())
        #expect(
            lines(third.respond(to: ".open '\(file)'", appearance: Appearance())).last?.hasPrefix("  2 articles · ")
                == true)
        #expect(third.ask(question).answers == answers)
        // The first has not seen what the second added.
        #expect(interpreter.load([second]).problem?.contains("another program has changed it") == true)
    }

    @Test func `killed while saving, a session is the old or the new one`() throws {
        let program = try TerminalSession.program()
        let old = folder + "/old.hearsay"
        let path = folder + "/s.hearsay"
        let first = try write(Self.story(1), "1.txt")
        let second = try write(Self.story(2), "2.txt")
        var interpreter = Interpreter(session: try Session())
        _ = try interpreter.collection.openOrCreate(old)
        _ = interpreter.load([first])
        let lexicon = interpreter.session.store.lexicon
        interpreter = Interpreter(session: try Session())
        var seen: [Int: Int] = [:]
        for round in 0..<50 {
            for suffix in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + suffix) }
            try FileManager.default.copyItem(atPath: old, toPath: path)
            let process = Process()
            process.executableURL = URL(filePath: program)
            process.arguments = ["--no-config", "--session", path, "-c", ".save", second]
            process.standardOutput = FileHandle.nullDevice
            process.standardError = FileHandle.nullDevice
            try process.run()
            usleep(UInt32(20_000 + round * 6_000))
            kill(process.processIdentifier, SIGKILL)
            process.waitUntilExit()
            let contents = try SessionFile(opening: path).read(lexicon: lexicon)
            #expect(contents.state == .whole)
            seen[contents.store.articles.count, default: 0] += 1
        }
        #expect(Set(seen.keys).isSubset(of: [1, 2]), "\(seen)")
    }

    @Test func `killed in a long load, a session has all but the last batch, and loading goes on from there`() throws {
        let path = folder + "/s.hearsay"
        try FileManager.default.createDirectory(atPath: folder + "/in", withIntermediateDirectories: true)
        for number in 0..<120 { try write(Self.story(number), "in/\(100 + number).txt") }
        var collection = Collection(session: try Session())
        collection.betweenBatches = .zero
        _ = try collection.openOrCreate(path)
        // What is on the disk at this moment is what a killed program leaves.
        let left = folder + "/left.hearsay"
        let loaded = collection.load(
            [folder + "/in"],
            progress: { progress in
                guard progress.done >= 40, access(left, F_OK) != 0 else { return }
                for suffix in ["", "-wal"] {
                    try? FileManager.default.copyItem(atPath: path + suffix, toPath: left + suffix)
                }
            })
        #expect(loaded.loaded == 120 && loaded.problem == nil)
        var again = Collection(session: try Session())
        #expect(try again.openOrCreate(left) == nil)
        let kept = again.session.articles.count
        // How many depends on how long saving takes.
        #expect((1..<120).contains(kept), "\(kept)")
        let rest = again.load([folder + "/in"])
        #expect(rest.loaded == 120 - kept && rest.skipped.count == kept)
        #expect(Set(rest.skipped.map(\.kind)) == [.duplicate])
        #expect(again.session.articles.map(\.article.id) == collection.session.articles.map(\.article.id))
        let facts = { (session: Session) in Export(store: session.store).lines(.facts, .jsonl).joined() }
        #expect(facts(again.session) == facts(collection.session))
        var opened = Collection(session: try Session())
        #expect(try opened.openOrCreate(left) == nil)
        #expect(facts(opened.session) == facts(collection.session))
    }

    @Test func `what is pasted is treated as any other article`() throws {
        var interpreter = Interpreter(session: try Session())
        _ = interpreter.load(pasted: Self.story(1))
        #expect(lines(interpreter.load(pasted: Self.story(1)))[0].hasPrefix("pasted-2: the same text as article 1"))
        let german = "Der Bürgermeister hat am Montag erklärt, dass die Brücke nicht mehr für Lastwagen geöffnet wird."
        #expect(lines(interpreter.load(pasted: german))[0].hasPrefix("pasted-2: not English, but German"))
        interpreter.isInterrupted = { true }
        #expect(lines(interpreter.load(pasted: Self.story(2)))[0].hasPrefix("pasted-2: interrupted"))
        #expect(interpreter.session.articles.count == 1)
    }

    @Test func `what is pasted is kept in the file too`() throws {
        let path = folder + "/s.hearsay"
        var interpreter = Interpreter(session: try Session())
        _ = try interpreter.collection.openOrCreate(path)
        _ = interpreter.load(pasted: Self.story(1))
        var again = Interpreter(session: try Session())
        #expect(try again.collection.openOrCreate(path) == nil)
        #expect(again.session.articles.map(\.article.id) == ["pasted-1"])
    }

    @Test func `a sentence of very many words is read where its lines are broken, and refused where they are not`()
        throws
    {
        let words = (0..<4000).map { $0 % 9 == 0 ? "and" : "harbour" }
        let wrapped = stride(from: 0, to: words.count, by: 10).map { words[$0..<$0 + 10].joined(separator: " ") }
        let path = try write("Harbour opens\n\n" + wrapped.joined(separator: "\n") + ".\n", "wrapped.txt")
        var interpreter = Interpreter(session: try Session())
        #expect(interpreter.load([path]).loaded == 1)
        #expect(interpreter.session.articles[0].document.count > 4000)
        let line = String(repeating: "the harbour of the town and ", count: 50_000)
        let refused = interpreter.load([try write("Harbour opens\n\n" + line, "line.txt")])
        #expect(refused.skipped.map(\.reason) == [.endlessLine(number: 3, count: line.utf8.count - 1)])
        #expect(interpreter.session.articles.count == 1)
    }

    @Test func `a title without end is cut where it is shown`() throws {
        let title = String(repeating: "long", count: 25_000)
        let path = try write("{\"title\": \"\(title)\", \"text\": \"Ada Berg said the harbour was open.\"}", "a.json")
        var interpreter = Interpreter(session: try Session())
        _ = interpreter.load([path])
        #expect(interpreter.session.articles[0].article.title == title)
        for command in [".articles", ".timeline"] {
            let shown = lines(interpreter.respond(to: command, appearance: Appearance(width: 80, colour: false)))
            #expect(shown.count < 10 && shown.joined().contains("longlonglong"), "\(command)")
        }
    }

    @Test func `terminal sequences in articles are shown harmlessly and kept in JSON`() throws {
        let path = try write(
            "{\"title\": \"A \\u001b]0;x\\u0007 title\", \"text\": \"Ada Berg said the \\u001b[31mharbour\\u202e was open.\"}",
            "a.json")
        var interpreter = Interpreter(session: try Session())
        _ = interpreter.load([path])
        let shown =
            lines(interpreter.respond(to: ".articles", appearance: Appearance()))
            + lines(interpreter.respond(to: ".read 1", appearance: Appearance()))
        #expect(!shown.joined().unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x202E })
        let json = Export(store: interpreter.session.store).lines(.statements, .jsonl).joined()
        #expect(json.contains("\\u001b[31mharbour\u{202E} was open"))
    }
}
