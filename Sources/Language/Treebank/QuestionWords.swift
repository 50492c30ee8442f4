/// The words of a question in the making: some from a statement, some new.
struct QuestionWords {
    /// What a head refers to: a token of the statement, or a new word by its form.
    enum Key: Hashable {
        case root
        case token(Int)
        case fresh(String)
    }

    private struct Item {
        var key: Key
        var form: [UInt8]
        var xpos: PennTag
        var upos: UniversalTag
        var head: Key
        var relation: Relation
    }

    private let document: Document
    private var items: [Item] = []

    init(_ document: Document) { self.document = document }

    var isEmpty: Bool { items.isEmpty }

    /// Adds a new word.
    mutating func add(
        _ form: String, _ xpos: PennTag, _ upos: UniversalTag, key: Key? = nil, head: Key, _ relation: Relation
    ) {
        items.append(
            Item(
                key: key ?? .fresh(form), form: Array(form.utf8), xpos: xpos, upos: upos, head: head, relation: relation
            ))
    }

    /// Adds a word of the statement, once; at its beginning it had a capital, which only names keep.
    mutating func add(_ document: Document, _ token: Int, head: Key? = nil) {
        guard !items.contains(where: { $0.key == .token(token) }) else { return }
        var form = Array(document.text[Int(document.starts[token])..<Int(document.ends[token])])
        let isName = [.nnp, .nnps].contains(document.xpos[token]) || form == [UInt8(ascii: "I")]
        if items.isEmpty {
            form[0] = form[0].upper
        } else if !isName, form.count > 1, (0x61...0x7A).contains(form[1]) {
            form[0] = form[0].lower
        }
        let statement: Key = document.heads[token] < 0 ? .root : .token(Int(document.heads[token]))
        items.append(
            Item(
                key: .token(token), form: form, xpos: document.xpos[token], upos: document.upos[token],
                head: head ?? statement, relation: document.relations[token]))
    }

    /// The question as a document of one sentence, its question mark hanging on `verb`.
    func document(endingIn verb: Int) -> Document? { document(endingIn: .token(verb)) }

    /// The question, or nil where a word hangs on one that was left out.
    func document(endingIn root: Key) -> Document? {
        var places: [Key: Int] = [:]
        for (index, item) in items.enumerated() { places[item.key] = index }
        guard let end = places[root], items.count >= 3, items.count <= 30 else { return nil }
        var text: [UInt8] = []
        var columns = (starts: [Int32](), ends: [Int32](), heads: [Int32]())
        for item in items {
            // Clitics stand close to what they follow.
            let isClitic = item.xpos == .pos || item.form.contains(UInt8(ascii: "'")) && item.form.count <= 3
            if !text.isEmpty, !isClitic { text.append(32) }
            columns.starts.append(Int32(text.count))
            text += item.form
            columns.ends.append(Int32(text.count))
            guard item.head == .root || places[item.head] != nil else { return nil }
            columns.heads.append(Int32(places[item.head] ?? -1))
        }
        columns.starts.append(Int32(text.count))
        text.append(UInt8(ascii: "?"))
        columns.ends.append(Int32(text.count))
        columns.heads.append(Int32(end))
        var question = Document(text: text)
        (question.starts, question.ends, question.heads) = columns
        question.xpos = items.map(\.xpos) + [.period]
        question.upos = items.map(\.upos) + [.punct]
        question.relations = items.map(\.relation) + [.punct]
        question.sentenceOfToken = Array(repeating: 0, count: items.count + 1)
        question.sentences = [Sentence(tokens: 0..<items.count + 1, paragraph: 0)]
        return question
    }
}

extension String {
    /// With a capital at the beginning; for words of ASCII.
    var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}

extension UInt8 {
    fileprivate var lower: UInt8 { (0x41...0x5A).contains(self) ? self | 0x20 : self }
    fileprivate var upper: UInt8 { (0x61...0x7A).contains(self) ? self & 0xDF : self }
}
