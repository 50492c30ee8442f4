extension Document {
    /// Builds a document from CoNLL-U, as tests and the training program do.
    ///
    ///     let document = try Document(conllu: """
    ///         1  Ada       Ada       PROPN  NNP  _  2  nsubj  _  NE=B-person
    ///         2  protested protest   VERB   VBD  _  0  root   _  SpaceAfter=No
    ///         3  .         .         PUNCT  .    _  2  punct  _  _
    ///         """)
    ///
    /// Columns are separated by tabs, or by spaces in a line without tabs. The text is put together from the forms and
    /// `SpaceAfter=No`; `# newpar` begins a paragraph. `NE=B-person`, `NE=I-person` in MISC give `entities`; the kinds are
    /// those of `NamedEntity.Kind`. Unknown tags become `X` and `XX`, unknown relations their main relation or `dep`.
    ///
    /// - Throws: `ConlluError` with the line's number.
    public init(conllu: String) throws(ConlluError) {
        try self.init(ConlluReader(Array(conllu.utf8)).sentences[...])
    }

    /// The documents of a treebank file, divided at `# newdoc`.
    package static func documents(ofConllu bytes: [UInt8]) throws(ConlluError) -> [Document] {
        let sentences = try ConlluReader(bytes).sentences
        var starts = sentences.indices.filter { $0 == 0 || sentences[$0].startsDocument }
        starts.append(sentences.count)
        var documents: [Document] = []
        for (start, end) in zip(starts, starts.dropFirst()) {
            documents.append(try Document(sentences[start..<end]))
        }
        return documents
    }

    private init(_ sentences: ArraySlice<ConlluSentence>) throws(ConlluError) {
        var text: [UInt8] = []
        var starts: [Int32] = []
        var ends: [Int32] = []
        var spaceBefore = false
        for sentence in sentences {
            if sentence.startsParagraph, !text.isEmpty {
                text.append(10)
                spaceBefore = false
            }
            for surface in sentence.surfaces {
                if spaceBefore { text.append(32) }
                let start = text.count
                text += Array(surface.form.utf8)
                Self.divide(start..<text.count, among: sentence.words[surface.words], &starts, &ends, text)
                spaceBefore = surface.spaceAfter
            }
        }
        self.init(text: text)
        self.starts = starts
        self.ends = ends
        var paragraph = -1
        for sentence in sentences {
            if sentence.startsParagraph || paragraph < 0 { paragraph += 1 }
            append(sentence, paragraph: paragraph)
        }
        try readEntities(of: sentences)
    }

    /// Gives the words of a contraction their part of its bytes.
    private static func divide(
        _ bytes: Range<Int>, among words: ArraySlice<ConlluSentence.Word>,
        _ starts: inout [Int32], _ ends: inout [Int32], _ text: [UInt8]
    ) {
        var start = bytes.lowerBound
        for (position, word) in words.enumerated() {
            // Where the words do not add up to what is written ("wo" + "n't" do), the last takes what is left.
            var end = position == words.count - 1 ? bytes.upperBound : min(start + word.form.utf8.count, bytes.upperBound)
            while end < bytes.upperBound, text[end] & 0xC0 == 0x80 { end += 1 }
            starts.append(Int32(start))
            ends.append(Int32(end))
            start = end
        }
    }

    private mutating func append(_ sentence: ConlluSentence, paragraph: Int) {
        let first = forms.count
        for word in sentence.words {
            forms.append(symbols.intern(word.form))
            norms.append(symbols.intern(Tokenizer.norm(of: word.form)))
            lemmas.append(symbols.intern(word.lemma))
            upos.append(word.upos)
            xpos.append(word.xpos)
            heads.append(word.head < 0 ? -1 : Int32(first + word.head))
            relations.append(word.relation)
            sentenceOfToken.append(Int32(sentences.count))
        }
        sentences.append(Sentence(tokens: first..<forms.count, paragraph: paragraph))
    }

    private mutating func readEntities(of sentences: ArraySlice<ConlluSentence>) throws(ConlluError) {
        var token = 0
        for word in sentences.lazy.flatMap(\.words) {
            defer { token += 1 }
            guard let entity = word.entity else { continue }
            let parts = entity.split(separator: "-", maxSplits: 1)
            guard parts.count == 2, ["B", "I"].contains(parts[0]),
                  let kind = NamedEntity.Kind.allCases.first(where: { "\($0)" == parts[1] }) else {
                throw ConlluError(line: word.line, problem: "cannot read NE=\(entity)")
            }
            if parts[0] == "B" {
                entities.append(NamedEntity(tokens: token..<token + 1, kind: kind))
            } else if let last = entities.last, last.kind == kind, last.tokens.upperBound == token {
                entities[entities.count - 1].tokens = last.tokens.lowerBound..<token + 1
            } else {
                throw ConlluError(line: word.line, problem: "NE=\(entity) continues nothing")
            }
        }
    }
}
