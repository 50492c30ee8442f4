/// Reads `grammar/verbs.classes`.
struct VerbClassReader {
    typealias ID = VerbClasses.ID
    typealias Frame = VerbClasses.Frame

    private(set) var classes: [VerbClasses.Class] = []
    private(set) var ids: [String: ID] = [:]
    private(set) var verbs: [String: Frame] = [:]
    /// The verbs of each class in the file's order.
    private(set) var members: [[String]] = []
    private(set) var nouns: [String: String] = [:]
    private(set) var adjectives: [String: Frame] = [:]
    private(set) var particles: [String: Set<String>] = [:]
    private(set) var converses: [String: [VerbClasses.Converse]] = [:]
    private(set) var agents: [String: String] = [:]
    private(set) var places: [String: String] = [:]

    /// Reads the file's text.
    ///
    /// - Throws: `GrammarError` with line and column of the first mistake.
    init(_ text: String, file: String) throws {
        let lines = GrammarLines(text)
        for line in lines where line.words[0] == "class" {
            guard line.words.count >= 2 else {
                throw GrammarError(
                    file: file, line: line.number, column: 6, message: "a class needs a name: class NAME [< PARENT]")
            }
            guard ids[line.words[1]] == nil else {
                throw GrammarError(
                    file: file, line: line.number, column: 7, message: "the class \(line.words[1]) was defined before")
            }
            let id = ID(classes.count)
            ids[line.words[1]] = id
            classes.append(VerbClasses.Class(name: line.words[1]))
            members.append([])
        }
        var current: ID?
        for line in lines {
            let words = line.words
            if words[0] == "class" {
                current = ids[words[1]]
                if words.count == 4, words[2] == "<", let current {
                    let parent = try known(words[3], in: line, file: file)
                    guard !classes.isPart(parent, of: current) else {
                        throw GrammarError(
                            file: file, line: line.number, column: 1, message: "\(words[1]) would be a part of itself")
                    }
                    classes[current.index].parent = parent
                }
                continue
            }
            guard let current else {
                throw GrammarError(
                    file: file, line: line.number, column: 1, message: "expected class NAME before this line")
            }
            try read(words, of: current, in: line, file: file)
        }
    }

    private mutating func read(_ words: [String], of current: ID, in line: GrammarLines.Line, file: String) throws {
        switch words[0] {
        case "verbs":
            for word in words.dropFirst() { addVerb(word, to: current) }
        case "adjectives":
            for word in words.dropFirst() {
                let (lemma, frame) = Self.entry(word)
                adjectives[lemma, default: Frame()].merge(frame, class: current)
            }
        case "nouns", "agents", "places":
            for word in words.dropFirst() {
                let parts = word.split(separator: "=").map(String.init)
                guard parts.count == 2 else {
                    throw GrammarError(
                        file: file, line: line.number, column: line.column(of: word),
                        message: "expected NOUN=VERB, found \(word)")
                }
                switch words[0] {
                case "nouns": nouns[parts[0]] = nouns[parts[0]] ?? parts[1]
                case "agents": agents[parts[0]] = agents[parts[0]] ?? parts[1]
                default: places[parts[0]] = places[parts[0]] ?? parts[1]
                }
            }
        case "symmetric":
            guard words.count == 2 else {
                throw GrammarError(file: file, line: line.number, column: 1, message: "expected symmetric PREPOSITION")
            }
            classes[current.index].symmetricMarker = words[1]
        case "converse":
            for word in words.dropFirst() {
                let parts = word.split(separator: "=").map { $0.split(separator: "/").map(String.init) }
                guard parts.count == 2, parts[0].count <= 2, let verb = parts[0].first, parts[1].count == 1 else {
                    throw GrammarError(
                        file: file, line: line.number, column: line.column(of: word),
                        message: "expected VERB/PREPOSITION=VERB, found \(word)")
                }
                converses[verb, default: []].append(
                    VerbClasses.Converse(marker: parts[0].count == 2 ? parts[0][1] : "", verb: parts[1][0]))
            }
        case "near":
            for word in words.dropFirst() { classes[current.index].near.append(try known(word, in: line, file: file)) }
        case "against":
            for word in words.dropFirst() {
                classes[current.index].against.append(try known(word, in: line, file: file))
            }
        default:
            throw GrammarError(
                file: file, line: line.number, column: line.column(of: words[0]),
                message:
                    "expected class, verbs, nouns, agents, places, adjectives, symmetric, converse, near or against, found \(words[0])"
            )
        }
    }

    private func known(_ name: String, in line: GrammarLines.Line, file: String) throws -> ID {
        guard let id = ids[name] else {
            throw GrammarError(
                file: file, line: line.number, column: line.column(of: name),
                message: "there is no class \(name) in this file")
        }
        return id
    }

    private mutating func addVerb(_ word: String, to current: ID) {
        let (lemma, frame) = Self.entry(word)
        verbs[lemma, default: Frame()].merge(frame, class: current)
        members[current.index].append(lemma)
        if let cut = lemma.firstIndex(of: "_") {
            particles[String(lemma[..<cut]), default: []].insert(String(lemma[lemma.index(after: cut)...]))
        }
    }

    private static func entry(_ word: String) -> (lemma: String, frame: Frame) {
        let parts = word.split(separator: "/", maxSplits: 1)
        var lemma = String(parts.first ?? "")
        var frame = Frame()
        if lemma.hasSuffix(">") {
            lemma.removeLast()
            frame.addressesObject = true
        }
        if parts.count == 2 { frame.themeMarkers = parts[1].split(separator: ",").map(String.init) }
        return (lemma, frame)
    }
}

extension VerbClasses.Frame {
    fileprivate mutating func merge(_ other: Self, class id: VerbClasses.ID) {
        if !classes.contains(id) { classes.append(id) }
        for marker in other.themeMarkers where !themeMarkers.contains(marker) { themeMarkers.append(marker) }
        addressesObject = addressesObject || other.addressesObject
    }
}
