/// How a piece of a line looks.
enum Style: Sendable, Equatable {
    case plain, bold, dim
    /// The answer's own words inside a sentence.
    case mark
    /// What is wrong.
    case error
    /// In a line that is typed: a name of the articles, a verb, a command.
    case name, verb, command
    /// What stands where a name would, and none of the articles has it.
    case unknownName
    /// The first word that fits no question.
    case misfit

    /// Parameters of the terminal's SGR sequence; nil for none.
    fileprivate var parameters: String? {
        switch self {
        case .plain: nil
        case .bold: "1"
        case .dim: "2"
        // Of the terminal's colours only red and magenta are told from both a white and a black ground by usual palettes
        // (contrast over 3); green, cyan and yellow fade on white, blue on black.
        case .mark: "1;35"
        case .error, .misfit: "31"
        case .name: "4"
        case .verb: "35"
        case .command: "1"
        case .unknownName: "4;31"
        }
    }
}

/// What the shell shows: a line of text in pieces of one style each.
struct StyledLine: Equatable, Sendable {
    struct Piece: Equatable, Sendable {
        var text: String
        var style: Style
        /// The address that a click follows.
        var link: String?
    }

    var pieces: [Piece] = []

    init() {}

    init(_ text: String, _ style: Style = .plain) {
        append(text, style)
    }

    mutating func append(_ text: String, _ style: Style = .plain, link: String? = nil) {
        guard !text.isEmpty else { return }
        if let last = pieces.indices.last, pieces[last].style == style, pieces[last].link == link {
            pieces[last].text += text
        } else {
            pieces.append(Piece(text: text, style: style, link: link))
        }
    }

    mutating func append(_ other: StyledLine) {
        for piece in other.pieces { append(piece.text, piece.style, link: piece.link) }
    }

    /// Without styles.
    var text: String { pieces.map(\.text).joined() }
    /// Columns on the terminal.
    var width: Int { pieces.reduce(0) { $0 + DisplayWidth.of($1.text) } }
    var isEmpty: Bool { pieces.isEmpty }

    /// The line as it is written out, without a line end.
    func encoded(colour: Bool) -> String {
        guard colour else { return text }
        return pieces.map { piece in
            let text = piece.style.parameters.map { "\u{1B}[\($0)m\(piece.text)\u{1B}[0m" } ?? piece.text
            return piece.link.map { "\u{1B}]8;;\($0)\u{1B}\\\(text)\u{1B}]8;;\u{1B}\\" } ?? text
        }.joined()
    }
}

/// What the lines are made for.
struct Appearance: Equatable, Sendable {
    /// Columns to fill; nil for lines of any length.
    var width: Int?
    /// Whether styles are shown by colours. Where they are not, the answer's words are set in ▌▐.
    var colour: Bool

    /// Lines longer than this are hard to read.
    private static let widest = 100
    private static let narrowest = 16

    init(width: Int? = nil, colour: Bool = false) {
        self.width = width.map { min(max($0, Self.narrowest), Self.widest) }
        self.colour = colour
    }
}
