import ArgumentParser
import Articles
import Foundation

/// Feeds parsers of outside input with bytes that are nearly right, for as long as is wanted. What makes one of them trap or hang
/// stays in the file that is named, to be read again with --replay.
@main
struct Fuzz: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "hearsay-fuzz", abstract: "Looks for input that makes the readers of articles trap.")

    @Argument(help: "The formats to try, each by its name; none stands for all.")
    var formats: [String] = []

    @Option(help: "Seconds for each format.")
    var seconds = 60.0

    @Option(help: "Where the random numbers begin; the same seed tries the same input.")
    var seed: UInt64 = 1

    @Option(help: "The file that holds what is being tried.")
    var file = FileManager.default.temporaryDirectory.appending(path: "hearsay-fuzz-input").path

    @Option(help: "Reads this file once, in place of trying others.")
    var replay: String?

    func run() throws {
        let all = ArticleFormat.allCases.map(\.rawValue) + ["gz"]
        if let unknown = formats.first(where: { !all.contains($0) }) {
            throw ValidationError("there is no format \(unknown); there are \(all.joined(separator: ", "))")
        }
        for name in formats.isEmpty ? all : formats {
            let target = FuzzTarget(name: name)
            if let replay {
                target.read([UInt8](try Data(contentsOf: URL(filePath: replay))))
                continue
            }
            var mutator = Mutator(seed: seed, corpus: target.corpus)
            let end = ContinuousClock.now + .seconds(seconds)
            var rounds = 0
            var slowest = Duration.zero
            while ContinuousClock.now < end {
                let input = mutator.next()
                try Data(input).write(to: URL(filePath: file))
                let start = ContinuousClock.now
                if target.read(input), rounds % 4 == 0 { mutator.keep(input) }
                slowest = max(slowest, ContinuousClock.now - start)
                rounds += 1
            }
            // Written at once, for whoever looks into the file while other formats are tried.
            let line = "\(name): \(rounds) inputs, slowest \(slowest), no finding\n"
            FileHandle.standardOutput.write(Data(line.utf8))
        }
    }
}

/// A reader that is tried.
struct FuzzTarget {
    var name: String

    /// Input that is right.
    var corpus: [[UInt8]] {
        if name == "gz" { return [Self.packed] }
        return (Self.texts[name] ?? Self.texts["text"] ?? []).map { Array($0.utf8) }
    }

    /// Reads bytes, and looks at all that comes of them.
    ///
    /// - Returns: Whether an article came of them.
    @discardableResult
    func read(_ bytes: [UInt8]) -> Bool {
        var reader = ArticleReader()
        reader.format = ArticleFormat(rawValue: name)
        reader.limit = 1 << 20
        var index = DuplicateIndex()
        var count = 0
        reader.read(bytes: bytes, id: "input") { outcome in
            guard case .article(let article) = outcome else { return true }
            count += 1
            var end = 0
            for paragraph in article.paragraphs {
                precondition(paragraph.range.upperBound <= article.text.count)
                precondition(String(validating: article.text[paragraph.range], as: UTF8.self) != nil)
                _ = article.offset(inFile: paragraph.range.lowerBound) + article.endInFile(of: paragraph.range)
                end = max(end, paragraph.range.upperBound)
            }
            precondition(!article.title.isEmpty)
            _ = LanguageGuess.standard.otherLanguage(of: article)
            _ = index.match(of: article)
            index.insert(article, number: count)
            return count < 100
        }
        return count > 0
    }

    private static let texts: [String: [String]] = [
        "text": [
            "Harbour opens\nBy Jane Roe, Example News\nMarch 17, 2025\nPORT ANSEL, March 17 (Example News) - The harbour opened.\n\nBoats came.\n(Reporting by Jane Roe; editing by John Doe)\n"
        ],
        "markdown": [
            "---\ntitle: \"T\"\ndate: 2025-03-17\nauthors: [A, B]\n---\n# Head\n\nThe **council** voted for [the plan](https://x.y) *now*.\n\n> “Yes,” said `Ada`.\n\n- one\n- ![p](q) two\n\n```\nx\n```\n"
        ],
        "headers": [
            "Title: Harbour opens\nDate: Mon, 17 Mar 2025 10:30:00 +0100\nSource: Example News\nUrl: https://x.y\n\nThe harbour opened.\n"
        ],
        "html": [
            "<!doctype html><html lang=en><head><meta charset=utf-8><title>T | N</title><meta property=og:site_name content=N><script type=\"application/ld+json\">{\"@type\":\"NewsArticle\",\"headline\":\"T\",\"author\":[{\"name\":\"A\"}]}</script></head><body><nav><a href=1>x</a></nav><article><h1>T</h1><figure><figcaption>c</figcaption></figure><p>The harbour opened again on Monday, said the mayor, who &amp; others came.<br><br>Boats.</p><div class=related><ul><li><a>r</a></ul></div></article></body></html>"
        ],
        "rss": [
            "<?xml version=\"1.0\"?><!DOCTYPE rss [<!ENTITY a \"b\">]><rss><channel><title>c</title><item><title>a &a;</title><pubDate>Mon, 17 Mar 2025 10:30:00 GMT</pubDate><description>&lt;p&gt;b&lt;/p&gt;</description></item></channel></rss>"
        ],
        "atom": [
            "<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>t</title><entry><id>1</id><title>a</title><link href=\"u\"/><content type=\"xhtml\"><div><p>b</p></div></content></entry></feed>"
        ],
        "nitf": [
            "<nitf><head><docdata><date.issue norm=\"20250317T103000Z\"/></docdata></head><body><body.head><hedline><hl1>x</hl1></hedline><byline>By <person>A</person></byline></body.head><body.content><block><p>y</p></block></body.content></body></nitf>"
        ],
        "newsml": [
            "<newsItem guid=\"g\"><itemMeta><itemClass qcode=\"ninat:text\"/></itemMeta><contentMeta><headline>x</headline></contentMeta><contentSet><inlineXML><html><body><p>y</p></body></html></inlineXML></contentSet></newsItem>"
        ],
        "ninjs": [
            "{\"uri\":\"u\",\"versioncreated\":\"2025-03-17T10:30:00Z\",\"headlines\":[{\"value\":\"x\"}],\"bodies\":[{\"contenttype\":\"text/html\",\"value\":\"<p>y</p>\"}],\"body_text\":\"z\"}"
        ],
        "reuters": [
            "<REUTERS NEWID=\"1\"><DATE>26-FEB-1987 15:01:01.79</DATE><TEXT><TITLE>a</TITLE><DATELINE>X, Feb 26 - </DATELINE><BODY>b &lt; c\n    d\n Reuter\n&#3;</BODY></TEXT></REUTERS>\n<REUTERS></REUTERS>"
        ],
        "json": [
            "{\"articles\":[{\"title\":\"x\",\"text\":\"y\\n\\nz\",\"date\":1742203800,\"source\":{\"name\":\"n\"}},{\"headline\":\"\\u00e9\\ud83d\\ude00\",\"body\":[\"a\",\"b\"]}]}"
        ],
        "jsonl": ["{\"title\":\"x\",\"text\":\"y\"}\n{\"title\":\"\\u00e9\",\"text\":\"<p>z</p>\"}\n"],
        "csv": ["title,text,date\r\n\"a \"\"b\"\"\",\"c\nd\",2025-03-17\r\ne,f,\n"], "tsv": ["title\ttext\na\tb\n"],
    ]

    /// "Harbour opens\n\nThe harbour opened.\n", packed by gzip.
    private static let packed: [UInt8] = [
        0x1F, 0x8B, 0x08, 0x00, 0x00, 0x00, 0x00, 0x00, 0x02, 0x03, 0xF3, 0x48, 0x2C, 0x4A, 0xCA, 0x2F, 0x2D, 0x52,
        0xC8, 0x2F, 0x48,
        0xCD, 0x2B, 0xE6, 0xE2, 0x0A, 0xC9, 0x48, 0x55, 0xC8, 0x80, 0x0A, 0xA7, 0xA6, 0xE8, 0x71, 0x01, 0x00,
    ]
}

/// Changes input a little at a time.
struct Mutator {
    private var corpus: [[UInt8]]
    private var state: UInt64

    init(seed: UInt64, corpus: [[UInt8]]) {
        self.corpus = corpus
        state = seed
    }

    /// Builds on this input from now on.
    mutating func keep(_ input: [UInt8]) {
        if corpus.count < 4000 { corpus.append(input) } else { corpus[1 + number(below: corpus.count - 1)] = input }
    }

    mutating func next() -> [UInt8] {
        var bytes = corpus[number(below: corpus.count)]
        for _ in 0...number(below: 5) {
            guard !bytes.isEmpty else { return bytes }
            let index = number(below: bytes.count)
            switch number(below: 8) {
            case 0: bytes[index] = UInt8(number(below: 256))
            case 1: bytes[index] ^= 1 << UInt8(number(below: 8))
            case 2: bytes.removeSubrange(index..<min(bytes.count, index + 1 + number(below: 12)))
            case 3: bytes.insert(contentsOf: bytes[index...].prefix(1 + number(below: 60)), at: index)
            case 4:
                let marks = [
                    "<", ">", "\"", "\n", "\n\n", "&", "{", "}", "[", "]", ",", "\u{0}", "\u{FEFF}", "é", "—", "]]>",
                    "<!--", "-->", "\\u", "---\n",
                ]
                bytes.insert(contentsOf: Array(marks[number(below: marks.count)].utf8), at: index)
            case 5: bytes = Array(bytes.prefix(index))
            case 6:
                let other = corpus[number(below: corpus.count)]
                if !other.isEmpty { bytes = Array(bytes.prefix(index)) + other.dropFirst(number(below: other.count)) }
            default: bytes.append(contentsOf: bytes.prefix(number(below: 100)))
            }
        }
        return bytes.count > 20_000 ? Array(bytes.prefix(20_000)) : bytes
    }

    private mutating func number(below limit: Int) -> Int {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return Int((value ^ (value >> 31)) % UInt64(max(limit, 1)))
    }
}
