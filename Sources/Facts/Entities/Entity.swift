import Language

/// Somebody or something that articles name.
public struct Entity: Sendable {
    /// An index into `EntityTable.entities`.
    public typealias ID = Int32

    /// The fullest form of the name in the articles, verbatim.
    public internal(set) var name: String
    public internal(set) var kind: Kind
    /// The forms of the name, lower-cased, without article and possessive.
    public internal(set) var aliases: [String]
    /// How often each form of the name stands in the articles, headlines counted less.
    var forms: [Form] = []
    /// The group of names it belongs to, and as what: Russia, the demonym "Russian", the seat "Moscow".
    public internal(set) var group: (id: NameGroups.ID, part: NameGroups.Part)?
    /// What articles tell that it is, most frequent first: "Russia's Deputy Foreign Minister".
    public internal(set) var descriptions: [Description] = []
    /// Whom it speaks for: a minister's country, a spokesman's company.
    public internal(set) var affiliations: [ID] = []
    /// Where it is named, in order.
    public internal(set) var mentions: [Place] = []

    public enum Kind: Sendable, Equatable {
        case person, organization, place, nationality, other
        /// Named by a description only: "a government spokesman".
        case unnamed
    }

    /// A form of the name, and how often it stands there.
    struct Form: Sendable, Equatable {
        var text: String
        var weight: Double
    }

    /// A span of an article.
    public struct Place: Sendable, Equatable {
        private let articleIndex: Int32
        private let start: Int32
        private let end: Int32

        public var article: Int { Int(articleIndex) }
        public var tokens: Range<Int> { Int(start)..<Int(end) }

        public init(article: Int, tokens: Range<Int>) {
            articleIndex = Int32(article)
            start = Int32(tokens.lowerBound)
            end = Int32(tokens.upperBound)
        }
    }

    /// What an entity is said to be.
    public struct Description: Sendable, Equatable {
        public var text: String
        public var place: Place
    }

    init(name: String, kind: Kind, aliases: [String]) {
        self.name = name
        self.kind = kind
        self.aliases = aliases
    }
}
