import Testing

@testable import Shell
@testable import hearsay

@Suite struct GeneratedFilesTests {
    @Test(arguments: GenerateCommand.Kind.allCases)
    func `files that are made from the options are current; script/generate makes them again`(
        kind: GenerateCommand.Kind
    ) throws {
        let root = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(3).joined(separator: "/")
        let descriptor = open(root + "/" + kind.file, O_RDONLY)
        try #require(descriptor >= 0, "no \(kind.file)")
        defer { close(descriptor) }
        var lines = LineReader(descriptor: descriptor)
        var text = ""
        while case .text(let line) = lines.next() { text += line + "\n" }
        #expect(text == GenerateCommand.text(of: kind), "\(kind.file): run script/generate")
    }
}
