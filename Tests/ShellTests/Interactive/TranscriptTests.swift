import Testing

@testable import Shell

/// Runs the sessions of `Transcripts/` on a pseudo-terminal.
///
/// `script/transcripts [NAME]` writes the screens anew, for who made the change to read the difference.
@Suite(.serialized) struct TranscriptTests {
    private static let folder =
        (#filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(2)
        + ["Transcripts"]).joined(separator: "/")

    private static let names: [String] = {
        var found: [String] = []
        guard let folder = opendir(folder) else { return [] }
        defer { closedir(folder) }
        while let entry = readdir(folder) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name.hasSuffix(".session") { found.append(String(name.dropLast(8))) }
        }
        return found.sorted()
    }()

    @Test(arguments: names) func `the screen is as the transcript says`(name: String) throws {
        let path = Self.folder + "/" + name + ".session"
        let text = try #require(readFile(path))
        let transcript = try Transcript(text)
        try #require(!transcript.widths.isEmpty)
        if let wanted = getenv("HEARSAY_TRANSCRIPTS").map({ String(cString: $0) }) {
            guard wanted.isEmpty || wanted == name else { return }
            try #require(writeFile(path, try transcript.recorded(text)))
            Issue.record("\(name) was recorded anew; see what git diff tells")
            return
        }
        for columns in transcript.widths { try transcript.check(columns: columns, name) }
    }
}
