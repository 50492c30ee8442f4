import Testing

@testable import Shell

/// A session as a text file: keys, and the screen that results.
///
///     # What the transcript is about.
///     env NO_COLOR=
///     file harbour.txt
///     | Council reopens harbour
///     link .local/state/hearsay/history /dev/full
///     arguments harbour.txt
///     keys who said the harbour is safe<Enter>
///     screen 80
///     | ? who said the harbour is safe
///     | ...
///     screen 30
///     | ...
///
/// The session is run once for each width that a screen is given for. Screens are without the banner, whose counts are the
/// engine's; "screen 80 styled" tells styles too: "‹1;35›" begins one, "‹›" ends it.
struct Transcript {
    enum Step: Equatable {
        case keys(String)
        case resize(columns: Int)
        case screen(columns: Int, isStyled: Bool, text: String)
        /// The program ends with this.
        case status(Int32)
    }

    var files: [(name: String, text: String)] = []
    /// Files that are others: a disk that is full.
    var links: [(name: String, target: String)] = []
    var environment: [String: String] = [:]
    var arguments: [String] = []
    var steps: [Step] = []

    /// Widths, each once, in the order of the file.
    var widths: [Int] {
        var widths: [Int] = []
        for case .screen(let columns, _, _) in steps where !widths.contains(columns) { widths.append(columns) }
        return widths
    }

    init(_ text: String) throws {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        var index = 0
        func block() -> String {
            var block: [Substring] = []
            while index + 1 < lines.count, lines[index + 1].hasPrefix("|") {
                index += 1
                block.append(lines[index].dropFirst(lines[index].hasPrefix("| ") ? 2 : 1))
            }
            return block.joined(separator: "\n")
        }
        while index < lines.count {
            let line = lines[index]
            let word = line.prefix { $0 != " " }
            let rest = String(line.dropFirst(word.count + 1))
            switch word {
            case "", "#": break
            case "env":
                let parts = rest.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
                environment[String(parts[0])] = String(try #require(parts.last))
            case "file": files.append((rest, block()))
            case "link":
                let parts = rest.split(separator: " ").map(String.init)
                links.append((parts[0], try #require(parts.last)))
            case "arguments": arguments = ArgumentSplitter.split(rest)
            case "keys": steps.append(.keys(rest))
            case "resize": steps.append(.resize(columns: try #require(Int(rest))))
            case "status": steps.append(.status(try #require(Int32(rest))))
            case "screen":
                let parts = rest.split(separator: " ")
                let columns = try #require(parts.first.flatMap { Int($0) })
                steps.append(.screen(columns: columns, isStyled: parts.count > 1, text: block()))
            default: Issue.record("line \(index + 1): \(line)")
            }
            index += 1
        }
    }

    /// The bytes that a terminal sends for "who<Enter>".
    static func bytes(of keys: String) throws -> String {
        var bytes = ""
        var rest = keys[...]
        while let open = rest.firstIndex(of: "<") {
            bytes += rest[..<open]
            let close = try #require(rest[open...].firstIndex(of: ">"), "a key without an end in \(keys)")
            let name = String(rest[rest.index(after: open)..<close])
            if name.hasPrefix("C-"), name.count == 3, let letter = name.utf8.last {
                bytes.unicodeScalars.append(Unicode.Scalar(letter & 0x1F))
            } else {
                bytes += try #require(named[name], "no key <\(name)>")
            }
            rest = rest[rest.index(after: close)...]
        }
        return bytes + rest
    }

    private static let named = [
        "Enter": "\r", "Tab": "\t", "Escape": "\u{1B}", "Backspace": "\u{7F}", "Delete": "\u{1B}[3~", "Up": "\u{1B}[A",
        "Down": "\u{1B}[B", "Right": "\u{1B}[C", "Left": "\u{1B}[D", "Home": "\u{1B}[H", "End": "\u{1B}[F",
        "C-Left": "\u{1B}[1;5D", "C-Right": "\u{1B}[1;5C", "Paste": "\u{1B}[200~", "/Paste": "\u{1B}[201~",
    ]
}

extension Transcript {
    /// Runs the session in a window of this width, and compares each screen.
    func check(columns: Int, _ name: String) throws {
        let session = try start(columns: columns)
        for step in steps {
            switch step {
            case .keys(let keys): session.type(try Self.bytes(of: keys))
            case .resize(let columns): session.resize(columns: columns)
            case .screen(columns, let isStyled, let text):
                session.wait(
                    "the screen of \(name) at \(columns):\n\(text)\n", until: { Self.body($0, isStyled) == text })
                #expect(session.screen.unknown.isEmpty)
            case .screen: break
            case .status(let status): #expect(session.end() == status, "\(name) at \(columns)")
            }
        }
    }

    /// The file's text with the screens as they are now.
    func recorded(_ text: String) throws -> String {
        var screens: [String] = []
        var found: [Int: [String]] = [:]
        for columns in widths {
            let session = try start(columns: columns)
            session.settle()
            for step in steps {
                switch step {
                case .keys(let keys):
                    session.type(try Self.bytes(of: keys))
                    session.settle()
                case .resize(let columns):
                    session.resize(columns: columns)
                    session.settle()
                case .screen(columns, let isStyled, _):
                    found[columns, default: []].append(Self.body(session.screen, isStyled))
                case .screen, .status: break
                }
            }
        }
        var isOld = false
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            if isOld, line.hasPrefix("|") { continue }
            isOld = line.hasPrefix("screen ")
            screens.append(String(line))
            guard isOld, let columns = line.split(separator: " ").dropFirst().first.flatMap({ Int($0) }) else {
                continue
            }
            let screen = found[columns]?.removeFirst() ?? ""
            screens += screen.split(separator: "\n", omittingEmptySubsequences: false).map {
                $0.isEmpty ? "|" : "| \($0)"
            }
        }
        return screens.joined(separator: "\n")
    }

    private func start(columns: Int) throws -> TerminalSession {
        let home = try TerminalSession.newHome()
        for name in files.map(\.name) + links.map(\.name) {
            var folder = home
            for part in name.split(separator: "/").dropLast() {
                folder += "/" + part
                mkdir(folder, 0o700)
            }
        }
        for file in files { try #require(writeFile(home + "/" + file.name, file.text + "\n")) }
        for link in links { try #require(symlink(link.target, home + "/" + link.name) == 0) }
        let session = try TerminalSession(
            arguments, columns: columns, home: home, environment: environment)
        session.waitForArticles()
        return session
    }

    private static func body(_ screen: Screen, _ isStyled: Bool) -> String {
        isStyled ? Screen.body(screen.styledText) : screen.body
    }
}

func writeFile(_ path: String, _ text: String) -> Bool {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    var text = text
    return text.withUTF8 { write(descriptor, $0.baseAddress, $0.count) == $0.count }
}

func readFile(_ path: String) -> String? {
    let descriptor = open(path, O_RDONLY)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var reader = ByteReader(descriptor: descriptor)
    while let part = reader.next() { bytes += part }
    return String(decoding: bytes, as: UTF8.self)
}
