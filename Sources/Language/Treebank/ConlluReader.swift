/// Reads CoNLL-U: sentences of ten columns, comments, contractions (`1-2`) and empty nodes (`1.1`, left out).
///
/// Columns are separated by tabs; in a line without tabs by spaces, as is handy in tests.
struct ConlluReader {
    private(set) var sentences: [ConlluSentence] = []
    private var sentence = ConlluSentence()
    /// Head as written (from 1, 0 for the root) and its line, checked at the end of the sentence.
    private var heads: [Int?] = []
    private var line = 0

    init(_ bytes: [UInt8]) throws(ConlluError) {
        for content in bytes.split(separator: 10, omittingEmptySubsequences: false) {
            line += 1
            try read(content.last == 13 ? content.dropLast() : content)
        }
        try endSentence()
    }

    private mutating func read(_ content: ArraySlice<UInt8>) throws(ConlluError) {
        guard let first = content.first(where: { $0 != 32 }) else { return try endSentence() }
        if first == UInt8(ascii: "#") { return readComment(String(decoding: content, as: UTF8.self)) }

        let columns =
            content.contains(9)
            ? content.split(separator: 9, omittingEmptySubsequences: false)
            : content.split(separator: 32)
        guard columns.count >= 8 else {
            throw ConlluError(line: line, problem: "\(columns.count) columns, expected 10")
        }
        func column(_ index: Int) -> String {
            index < columns.count ? String(decoding: columns[index], as: UTF8.self) : "_"
        }
        let id = column(0)
        if id.utf8.contains(UInt8(ascii: ".")) { return }
        if id.utf8.contains(UInt8(ascii: "-")) {
            let bounds = id.split(separator: "-").compactMap { Int($0) }
            guard bounds.count == 2, bounds[0] == sentence.words.count + 1, bounds[1] >= bounds[0] else {
                throw ConlluError(line: line, problem: "cannot read the range \(id)")
            }
            sentence.surfaces.append(
                .init(
                    form: column(1), words: bounds[0] - 1..<bounds[1], spaceAfter: !column(9).hasSpaceAfterNo))
            return
        }
        guard Int(id) == sentence.words.count + 1 else {
            throw ConlluError(line: line, problem: "expected word \(sentence.words.count + 1), found \(id)")
        }
        let form = column(1)
        guard !form.isEmpty else { throw ConlluError(line: line, problem: "the form is empty") }
        let head = column(6)
        if head != "_", Int(head) == nil {
            throw ConlluError(line: line, problem: "the head is no number: \(head)")
        }
        let index = sentence.words.count
        let misc = column(9)
        if (sentence.surfaces.last?.words.upperBound ?? 0) <= index {
            sentence.surfaces.append(.init(form: form, words: index..<index + 1, spaceAfter: !misc.hasSpaceAfterNo))
        }
        heads.append(Int(head))
        sentence.words.append(
            .init(
                form: form,
                lemma: column(2) == "_" && form != "_" ? form : column(2),
                upos: UniversalTag(name: column(3)) ?? .x,
                xpos: PennTag(name: column(4)) ?? .xx,
                head: -1,
                relation: Relation(nearest: column(7)),
                entity: misc.value(ofKey: "NE"),
                brackets: misc.value(ofKey: "Entity"),
                line: line))
    }

    private mutating func readComment(_ comment: String) {
        let words = comment.drop { $0 == "#" || $0 == " " }
        if words.hasPrefix("newdoc") { sentence.startsDocument = true }
        if words.hasPrefix("global.Entity"), let format = words.split(separator: "=").last {
            sentence.entityFormat = String(format.filter { $0 != " " })
        }
        if words.hasPrefix("newdoc") || words.hasPrefix("newpar") { sentence.startsParagraph = true }
    }

    private mutating func endSentence() throws(ConlluError) {
        guard !sentence.words.isEmpty else { return }
        let count = sentence.words.count
        if let last = sentence.surfaces.last, last.words.upperBound > count {
            throw ConlluError(line: line, problem: "the sentence ends inside a contraction")
        }
        let root = heads.firstIndex(of: 0)
        for (index, head) in heads.enumerated() {
            let line = sentence.words[index].line
            // A word whose head is not annotated hangs on the root.
            guard let head else {
                sentence.words[index].head = root ?? -1
                continue
            }
            guard head >= 0, head <= count, head != index + 1 else {
                throw ConlluError(line: line, problem: "no word can have the head \(head) here")
            }
            sentence.words[index].head = head - 1
        }
        for index in 0..<count where !reachesRoot(index) {
            throw ConlluError(line: sentence.words[index].line, problem: "the heads go round in a circle")
        }
        sentences.append(sentence)
        sentence = ConlluSentence()
        heads = []
    }

    private func reachesRoot(_ index: Int) -> Bool {
        var word = index
        for _ in 0...sentence.words.count {
            word = sentence.words[word].head
            if word < 0 { return true }
        }
        return false
    }
}

extension Relation {
    /// The relation of a CoNLL-U name; where the subtype is unknown its main relation, and `dep` where that is too.
    init(nearest name: String) {
        let main = name.split(separator: ":").first.map(String.init) ?? name
        self = Relation(name: name) ?? Relation(name: main) ?? .dep
    }
}

extension String {
    fileprivate var hasSpaceAfterNo: Bool { value(ofKey: "SpaceAfter") == "No" }

    /// The value of a key in a MISC column: "No" for "SpaceAfter" in "SpaceAfter=No|XML=<w>".
    fileprivate func value(ofKey key: String) -> String? {
        if self == "_" { return nil }
        for pair in utf8.split(separator: UInt8(ascii: "|")) {
            guard let equals = pair.firstIndex(of: UInt8(ascii: "=")) else { continue }
            if pair[..<equals].elementsEqual(key.utf8) {
                return String(self[pair.index(after: equals)..<pair.endIndex])
            }
        }
        return nil
    }
}
