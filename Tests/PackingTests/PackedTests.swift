import Packing
import Synchronization
import Testing

@Suite struct PackedTests {
    @Test func `what is written is read`() throws {
        var writer = PackedWriter()
        for number in [0, 1, 127, 128, 300, Int.max] { writer.write(number) }
        for number in [0, -1, 1, -64, 64, Int.min, Int.max] { writer.write(signed: number) }
        writer.write("harbour · café")
        writer.write(optional: nil)
        writer.write(optional: "")
        writer.write(3..<9)
        writer.write(true)
        var reader = PackedReader(writer.bytes)
        for number in [0, 1, 127, 128, 300, Int.max] { #expect(try reader.number() == number) }
        for number in [0, -1, 1, -64, 64, Int.min, Int.max] { #expect(try reader.signed() == number) }
        #expect(try reader.string() == "harbour · café")
        #expect(try reader.optionalString() == nil)
        #expect(try reader.optionalString() == "")
        #expect(try reader.range(upTo: 9) == 3..<9)
        #expect(try reader.bool())
        #expect(reader.isAtEnd)
    }

    @Test func `small numbers are short`() {
        var writer = PackedWriter()
        writer.write(127)
        writer.write(signed: -64)
        #expect(writer.bytes.count == 2)
    }

    @Test func `what is cut off or beyond its limit throws`() {
        var reader = PackedReader([0x80])
        #expect(throws: PackedError.self) { try reader.number() }
        reader = PackedReader([5, 0x61])
        #expect(throws: PackedError.self) { try reader.string() }
        reader = PackedReader([4, 6])
        #expect(throws: PackedError.self) { try reader.range(upTo: 9) }
        reader = PackedReader(Array(repeating: 0xFF, count: 20))
        #expect(throws: PackedError.self) { try reader.number() }
        reader = PackedReader(Array(repeating: 0xFF, count: 20))
        #expect(throws: PackedError.self) { try reader.signed() }
    }
}

@Suite struct LazilyTests {
    @Test func `the value is made once wanted, and kept`() {
        let made = Mutex(0)
        let lazy = Lazily {
            made.withLock { $0 += 1 }
            return [1, 2, 3]
        }
        #expect(lazy.passing == [1, 2, 3] && lazy.passing == [1, 2, 3])
        #expect(made.withLock { $0 } == 2)
        #expect(lazy.value == [1, 2, 3] && lazy.value == [1, 2, 3] && lazy.passing == [1, 2, 3])
        #expect(made.withLock { $0 } == 3)
    }
}
