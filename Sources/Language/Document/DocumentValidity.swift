extension Document {
    /// What is wrong with an analysed document; empty for every text. For tests and fuzzing.
    ///
    /// Every column has an entry a token; tokens stand in order, slice the text at scalar boundaries, and cover all of a paragraph
    /// but white space; each sentence is one tree; entities, chains and sentences lie where they should.
    package func violations(paragraphs: [Range<Int>]) -> [String] {
        var found: [String] = []
        func require(_ holds: Bool, _ what: @autoclosure () -> String) {
            if !holds, found.count < 20 { found.append(what()) }
        }
        let columns = [
            ends.count, forms.count, norms.count, lemmas.count, upos.count, xpos.count, heads.count, relations.count,
            sentenceOfToken.count,
        ]
        require(columns.allSatisfy { $0 == count }, "columns of \(columns) entries for \(count) tokens")
        guard found.isEmpty else { return found }
        for token in 0..<count {
            let (start, end) = (Int(starts[token]), Int(ends[token]))
            require(start < end && end <= text.count, "token \(token) has the bytes \(start)..<\(end)")
            guard found.isEmpty else { return found }
            require(token == 0 || ends[token - 1] <= starts[token], "token \(token) overlaps the one before")
            require(
                text[start] & 0xC0 != 0x80 && (end == text.count || text[end] & 0xC0 != 0x80),
                "token \(token) cuts a scalar")
            require(form(token) == string(token..<token + 1), "token \(token) is not its text")
            require(!lemma(token).isEmpty, "token \(token) has no lemma")
        }
        violationsOfCover(paragraphs, require)
        var next = 0
        for (index, sentence) in sentences.enumerated() {
            require(
                sentence.tokens.lowerBound == next && !sentence.tokens.isEmpty,
                "sentence \(index) is \(sentence.tokens)")
            next = sentence.tokens.upperBound
            guard next <= count else { return found + ["sentence \(index) ends behind the last token"] }
            violationsOfTree(sentence.tokens, index, require)
        }
        require(next == count, "\(count - next) tokens are in no sentence")
        var last = 0
        for entity in entities {
            require(
                entity.tokens.lowerBound >= last && !entity.tokens.isEmpty && entity.tokens.upperBound <= count,
                "entity \(entity)")
            last = entity.tokens.upperBound
        }
        for chain in chains {
            require(chain.count > 1, "a chain of \(chain.count)")
            for mention in chain {
                let isInside = 0..<count ~= mention.tokens.lowerBound && mention.tokens.upperBound <= count
                require(isInside && mention.tokens.contains(mention.head), "mention \(mention)")
                guard isInside else { return found }
                require(
                    sentence(of: mention.tokens.lowerBound) == sentence(of: mention.tokens.upperBound - 1),
                    "mention \(mention) over two sentences")
            }
        }
        return found
    }

    private func violationsOfCover(_ paragraphs: [Range<Int>], _ require: (Bool, @autoclosure () -> String) -> Void) {
        var token = 0
        for paragraph in paragraphs {
            var position = paragraph.lowerBound
            while position < paragraph.upperBound {
                if token < count, Int(starts[token]) == position {
                    position = Int(ends[token])
                    token += 1
                    continue
                }
                let scalar = text.withUnsafeBufferPointer { Scalar($0, at: position, end: paragraph.upperBound) }
                require(scalar.class == .space, "the bytes at \(position) are in no token")
                position += max(scalar.length, 1)
            }
        }
        require(token == count, "\(count - token) tokens are outside of the paragraphs")
    }

    private func violationsOfTree(
        _ tokens: Range<Int>, _ index: Int, _ require: (Bool, @autoclosure () -> String) -> Void
    ) {
        let roots = tokens.count { heads[$0] < 0 }
        require(roots == 1, "sentence \(index) has \(roots) roots")
        // 0 unknown, 1 on the way up, 2 reaches the root.
        var reaches = [UInt8](repeating: 0, count: tokens.count)
        for token in tokens {
            require(sentenceOfToken[token] == Int32(index), "token \(token) is not in sentence \(index)")
            require(
                (heads[token] < 0) == (relations[token] == .root),
                "token \(token) is \(relations[token].name) of \(heads[token])")
            var path: [Int] = []
            var at = token
            while reaches[at - tokens.lowerBound] == 0 {
                reaches[at - tokens.lowerBound] = 1
                path.append(at)
                let head = Int(heads[at])
                if head < 0 { break }
                guard tokens.contains(head) else {
                    return require(false, "token \(at) has its head \(head) in another sentence")
                }
                at = head
            }
            let isTree = heads[at] < 0 || reaches[at - tokens.lowerBound] == 2
            require(isTree, "token \(token) is on a circle")
            for member in path { reaches[member - tokens.lowerBound] = 2 }
        }
    }
}
