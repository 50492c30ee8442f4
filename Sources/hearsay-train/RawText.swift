/// A treebank's paragraphs as running text, with the byte ranges of its words and sentences.
struct RawText {
    /// UTF-8, one paragraph after another with a line break between them.
    var text: [UInt8] = []
    /// Byte ranges in `text`.
    var paragraphs: [Range<Int>] = []
    var words: [Range<Int>] = []
    var sentences: [Range<Int>] = []

    /// Reads CoNLL-U; a document of which `isIncluded` (given its `newdoc id`) says no is left out.
    init(conllu: String, isIncluded: (Substring) -> Bool = { _ in true }) {
        var included = true
        var paragraphStart = 0
        var sentenceStart: Int?
        // Words of a multiword token still to come, and where the token began.
        var pending = 0
        var position = 0
        func closeParagraph(_ raw: inout RawText) {
            while raw.text.last == UInt8(ascii: " ") { raw.text.removeLast() }
            if raw.text.count > paragraphStart { raw.paragraphs.append(paragraphStart..<raw.text.count) }
            raw.text.append(UInt8(ascii: "\n"))
            paragraphStart = raw.text.count
        }
        for line in conllu.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.hasPrefix("# newdoc id = ") {
                included = isIncluded(line.dropFirst(14))
                closeParagraph(&self)
            } else if line.hasPrefix("# newpar") {
                if !line.hasPrefix("# newpar_block") { closeParagraph(&self) }
            } else if line.isEmpty {
                if let start = sentenceStart, let last = words.last { sentences.append(start..<last.upperBound) }
                sentenceStart = nil
            } else if included, !line.hasPrefix("#") {
                let columns = line.split(separator: "\t", omittingEmptySubsequences: false)
                guard columns.count == 10, !columns[0].contains(".") else { continue }
                let form = Array(columns[1].utf8)
                let spaceAfter = !columns[9].contains("SpaceAfter=No")
                if let hyphen = columns[0].firstIndex(of: "-") {
                    let from = Int(columns[0][..<hyphen]) ?? 0
                    let to = Int(columns[0][columns[0].index(after: hyphen)...]) ?? 0
                    pending = to - from + 1
                    position = text.count
                    text += form
                    if spaceAfter { text.append(UInt8(ascii: " ")) }
                    sentenceStart = sentenceStart ?? position
                } else if pending > 0 {
                    words.append(position..<min(position + form.count, text.count))
                    position += form.count
                    pending -= 1
                } else {
                    sentenceStart = sentenceStart ?? text.count
                    words.append(text.count..<text.count + form.count)
                    text += form
                    if spaceAfter { text.append(UInt8(ascii: " ")) }
                }
            }
        }
        closeParagraph(&self)
    }
}
