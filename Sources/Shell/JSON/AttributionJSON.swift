import Facts

/// An attribution as JSON: UTF-8 byte spans in the article's file.
///
///     {"article": "port.txt", "source": [[10, 19]], "cue": [[20, 24]], "content": [[25, 47]]}
struct AttributionJSON {
    let value: JSONValue

    init(_ attribution: Attribution, in stored: StoredArticle) {
        func spans(_ ranges: [Range<Int>]) -> JSONValue {
            .array(
                ranges.map { range in
                    let bytes = stored.document.byteRange(range)
                    return .array([
                        .integer(stored.article.offset(inFile: bytes.lowerBound)),
                        .integer(stored.article.endInFile(of: bytes)),
                    ])
                })
        }
        value = .object([
            .init("article", .string(stored.article.id)), .init("source", spans(attribution.source)),
            .init("cue", spans(attribution.cue)),
            .init("content", spans(attribution.content)),
        ])
    }
}
