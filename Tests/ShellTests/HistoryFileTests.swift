import Testing

@testable import Shell

@Suite struct HistoryFileTests {
    private func file(_ content: String? = nil) throws -> HistoryFile {
        var file = HistoryFile(path: try TerminalSession.newHome() + "/a/b/history")
        if let content {
            file.append("x")
            let descriptor = open(file.path, O_WRONLY | O_TRUNC)
            defer { close(descriptor) }
            try #require(write(descriptor, content, content.utf8.count) == content.utf8.count)
        }
        return file
    }

    @Test func `where it is`() {
        #expect(HistoryFile.standard { ["XDG_STATE_HOME": "/s", "HOME": "/h"][$0] }?.path == "/s/hearsay/history")
        #expect(
            HistoryFile.standard { ["XDG_STATE_HOME": "s", "HOME": "/h"][$0] }?.path
                == "/h/.local/state/hearsay/history")
        #expect(HistoryFile.standard { _ in nil } == nil)
    }

    @Test func `lines are appended, folders made`() throws {
        var file = try file()
        #expect(file.load() == [])
        file.append("who said “so”")
        file.append("when\nwhere")
        #expect(file.load() == ["who said “so”", "whenwhere"])
    }

    @Test func `the oldest lines are dropped`() throws {
        var file = try file((1...30).map { "\($0)\n" }.joined())
        file.limit = 15
        #expect(file.load()?.count == 30)
        file.limit = 10
        #expect(file.load() == (21...30).map(String.init))
        #expect(file.read() == (21...30).map(String.init))
        var status = stat()
        #expect(stat(file.path, &status) == 0 && status.st_mode & 0o777 == 0o600)
    }

    @Test func `a file that is none of ours is left alone`() throws {
        var alien = try file("a\u{1}b\n")
        #expect(alien.load() == nil)
        var folder = HistoryFile(path: "/")
        #expect(folder.load() == nil)
    }
}
