import Language

/// The children and extents of every token of a document, made once from the heads.
struct DependencyTree: Sendable {
    let document: Document
    /// As in the document, -1 for a root; `TreeRepair` may have mended them.
    private let heads: [Int32]
    private let relations: [Relation]
    /// `childIndices[childOffsets[t]..<childOffsets[t + 1]]` are the children of `t` in textual order.
    private let childOffsets: [Int32]
    private let childIndices: [Int32]
    /// First and last token of each token's subtree.
    private let firsts: [Int32]
    private let lasts: [Int32]

    init(_ document: Document, lexicon: Lexicon) {
        self.document = document
        let repaired = TreeRepair(document, lexicon: lexicon)
        heads = repaired.heads
        relations = repaired.relations
        let count = document.count
        var offsets = [Int32](repeating: 0, count: count + 1)
        for head in repaired.heads where head >= 0 { offsets[Int(head) + 1] += 1 }
        for token in 0..<count { offsets[token + 1] += offsets[token] }
        var next = offsets
        var indices = [Int32](repeating: 0, count: Int(offsets[count]))
        var firsts = [Int32](repeating: 0, count: count)
        for token in 0..<count {
            firsts[token] = Int32(token)
            let head = repaired.heads[token]
            guard head >= 0 else { continue }
            indices[Int(next[Int(head)])] = Int32(token)
            next[Int(head)] += 1
        }
        var lasts = firsts
        // Cost: tokens times the depth of the tree.
        for token in 0..<count {
            var head = repaired.heads[token]
            while head >= 0 {
                let index = Int(head)
                if firsts[index] > Int32(token) { firsts[index] = Int32(token) }
                if lasts[index] < Int32(token) { lasts[index] = Int32(token) }
                head = repaired.heads[index]
            }
        }
        childOffsets = offsets
        childIndices = indices
        self.firsts = firsts
        self.lasts = lasts
    }

    /// The children of a token in textual order.
    func children(of token: Int) -> some Sequence<Int> {
        childIndices[Int(childOffsets[token])..<Int(childOffsets[token + 1])].lazy.map(Int.init)
    }

    func relation(_ token: Int) -> Relation { relations[token] }

    /// The token's head, or nil for the root of its sentence.
    func head(of token: Int) -> Int? { heads[token] < 0 ? nil : Int(heads[token]) }

    /// The first child with one of these relations.
    func child(of token: Int, _ relations: Relation...) -> Int? {
        children(of: token).first { relations.contains(relation($0)) }
    }

    /// The children with one of these relations.
    func children(of token: Int, _ relations: Relation...) -> [Int] {
        children(of: token).filter { relations.contains(relation($0)) }
    }

    /// From the first to the last token below (and with) this one.
    func subtree(of token: Int) -> Range<Int> { Int(firsts[token])..<Int(lasts[token]) + 1 }

    /// Whether `ancestor` is `token` or stands above it.
    func isBelow(_ token: Int, _ ancestor: Int) -> Bool {
        var current: Int? = token
        while let here = current {
            if here == ancestor { return true }
            current = head(of: here)
        }
        return false
    }
}
