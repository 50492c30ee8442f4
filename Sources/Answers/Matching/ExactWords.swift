/// Text made comparable letter by letter.
enum ExactWords {
    /// Lower case, straight quotation marks and dashes, single spaces, no punctuation at the ends.
    static func folded(_ text: String) -> String {
        var folded = ""
        folded.reserveCapacity(text.utf8.count)
        var wasSpace = true
        for scalar in text.lowercased().unicodeScalars {
            switch scalar {
            case "\u{2018}", "\u{2019}", "\u{201B}": folded.unicodeScalars.append("'")
            case "\u{201C}", "\u{201D}", "\"": continue
            case "\u{2010}", "\u{2011}", "\u{2012}", "\u{2013}", "\u{2014}": folded.unicodeScalars.append("-")
            case _ where scalar.properties.isWhitespace:
                if !wasSpace { folded.append(" ") }
                wasSpace = true
                continue
            default: folded.unicodeScalars.append(scalar)
            }
            wasSpace = false
        }
        while let last = folded.last, last == " " || last.isPunctuation { folded.removeLast() }
        return folded
    }
}
