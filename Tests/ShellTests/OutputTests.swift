import Foundation
import Testing

@testable import Shell

/// What becomes of answers that nobody takes, or that have no room.
@Suite struct OutputTests {
    /// Runs a line of the command shell with the program as $1.
    private func run(_ line: String) throws -> (status: Int32, complaint: String) {
        let process = Process()
        process.executableURL = URL(filePath: "/bin/bash")
        process.arguments = ["-c", line, "bash", try TerminalSession.program()]
        let complaint = Pipe()
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        process.standardError = complaint
        try process.run()
        let text = String(decoding: complaint.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        return (process.terminationStatus, text)
    }

    @Test func `a full disk is told, and ends the program`() throws {
        let full = try run("\"$1\" -c '.echo good morning' >/dev/full")
        #expect(full.status == EX_IOERR)
        #expect(full.complaint == "hearsay: what was found could not be written: No space left on device\n")
    }

    @Test func `a reader that has gone ends the program quietly`() throws {
        let gone = try run("yes '.echo good morning' | \"$1\" | head -1; exit ${PIPESTATUS[1]}")
        #expect(gone.status == 128 + SIGPIPE && gone.complaint.isEmpty)
    }

    @Test func `an unfinished last line, articles from standard input, and the first line that is not understood`()
        throws
    {
        let article = "printf 'Ferry returns\\n\\nCaptain Ada Berg said that the ferry will sail on Friday.'"
        let known = try run("\(article) | \"$1\" ask --article - 'who said the ferry will sail'")
        #expect(known.status == 0 && known.complaint.isEmpty)
        let unfinished = try run("printf '.echo one\\n  wot flurb\\n.echo two' | \"$1\"")
        #expect(unfinished.status == 2)
        #expect(unfinished.complaint == "standard input:2:3: not understood; --keep-going goes on\n")
    }
}
