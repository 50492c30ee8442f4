import Packing
import Testing

@testable import Facts

/// Words and names as session files have them, which are searched as they are.
@Suite struct SavedNamesTests {
    private func reopened(_ vocabulary: Vocabulary) throws -> Vocabulary {
        var writer = PackedWriter()
        vocabulary.write(to: &writer)
        var reader = PackedReader(writer.bytes)
        let read = try Vocabulary(from: &reader)
        #expect(reader.isAtEnd)
        return read
    }

    @Test func `words keep their ids, whether saved or added`() throws {
        let words = ["harbour", "boat", "harbours", "café", "harbourmaster", "boats", "é", "bo"]
        var plain = Vocabulary()
        for word in words { _ = plain.intern(word) }
        for saved in 0...words.count {
            var vocabulary = Vocabulary()
            for word in words.prefix(saved) { _ = vocabulary.intern(word) }
            vocabulary = try reopened(vocabulary)
            #expect(words.map { vocabulary.intern($0) } == (0..<8).map { WordID($0) })
            for word in words + ["harb", "harbor", "", "zz", "bot"] {
                #expect(vocabulary.alike(word) == plain.alike(word), "\(word)")
            }
            // The same letters in other bytes.
            #expect(vocabulary.id(of: "cafe\u{301}") == 3)
            #expect(vocabulary.id(of: "harbou") == nil)
        }
    }

    @Test(arguments: [
        ("acceptible", "acceptable"), ("zelenskiy", "zelensky"), ("zelensky", "zelenskiy"), ("hrabour", "harbour"),
        ("habrour", "harbour"), ("harobur", "harbour"), ("harobr", "harbor"), ("hsarbour", "harbour"),
        ("hrbour", "harbour"),
    ])
    func `a word that is one edit away is found, whether saved or added`(typed: String, meant: String) throws {
        var vocabulary = Vocabulary()
        for word in [meant, "bridge", "harvest", "accept"] { _ = vocabulary.intern(word) }
        #expect(vocabulary.alike(typed).contains(meant))
        #expect(try reopened(vocabulary).alike(typed).contains(meant))
        #expect(!vocabulary.alike(typed).contains("bridge"))
    }

    @Test func `names have their entities, whether saved or added`() throws {
        var index = NameIndex()
        for (id, name) in ["berg", "ada berg", "berg", "müller", "berg"].enumerated() {
            index.append(Entity.ID(id), to: name)
        }
        var writer = PackedWriter()
        index.write(to: &writer)
        var reader = PackedReader(writer.bytes)
        var read = try NameIndex(from: &reader, entities: 5)
        #expect(read["berg"] == [0, 2, 4] && read["ada berg"] == [1] && read["mu\u{308}ller"] == [3])
        #expect(read["ad"].isEmpty && read["bergs"].isEmpty)
        read.append(4, to: "berg")
        read.append(7, to: "berg")
        read.append(7, to: "roe")
        read.remove(2, from: "berg")
        #expect(read["berg"] == [0, 4, 7] && read["roe"] == [7])
        #expect(read.names.sorted() == ["ada berg", "berg", "müller", "roe"])
        reader = PackedReader(writer.bytes)
        #expect(throws: PackedError.self) { try NameIndex(from: &reader, entities: 4) }
    }

    @Test func `damaged words throw, or are some words`() throws {
        var vocabulary = Vocabulary()
        for word in ["harbour", "boat", "council", "mayor"] { _ = vocabulary.intern(word) }
        var writer = PackedWriter()
        vocabulary.write(to: &writer)
        for index in writer.bytes.indices {
            for value: UInt8 in [0, 1, 0x7F, 0x80, 0xFF] {
                var bytes = writer.bytes
                bytes[index] = value
                var reader = PackedReader(bytes)
                guard let read = try? Vocabulary(from: &reader) else { continue }
                for word in 0..<read.count { _ = read.id(of: read.word(WordID(word))) }
                _ = read.alike("harbour").union(read.alike("boat"))
            }
        }
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
