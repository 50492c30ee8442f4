/// Reads a file that is many records, each an article, without holding more than one of them.
struct RecordStream {
    var format: ArticleFormat
    var fields: FieldMap
    /// Bytes a record may have.
    var limit: Int

    func read(_ source: inout ByteSource, _ writer: inout ArticleWriter) throws(ArticleError.Reason) {
        switch format {
        case .csv, .tsv: try readTable(&source, &writer)
        case .reuters: try readReuters(&source, &writer)
        default: try readLines(&source, &writer)
        }
        if writer.count == 0, !writer.isStopped { throw .noArticles(format.title) }
    }

    // MARK: JSON Lines

    private func readLines(_ source: inout ByteSource, _ writer: inout ArticleWriter) throws(ArticleError.Reason) {
        var line: [UInt8] = []
        var number = 0
        // A file that is nothing of the kind is told once, not line by line.
        var failures = 0
        var successes = 0
        func take(_ line: [UInt8], _ writer: inout ArticleWriter) {
            number += 1
            guard line.contains(where: { $0 != 0x20 && !(0x09...0x0D).contains($0) }) else { return }
            do throws(ArticleError.Reason) {
                let record: JSONInput
                do throws(JSONInput.Failure) {
                    record = try JSONInput(parsing: line[...])
                } catch {
                    throw .malformed(format.title, "line \(number): \(error.message) at byte \(error.offset)")
                }
                let isNinjs =
                    record["uri"] != nil && (record["bodies"] ?? record["body_text"] ?? record["body_xhtml"]) != nil
                let story = try isNinjs ? NinjsReader().story(record) : RecordReader(fields: fields).story(record)
                successes += 1
                writer.write(story, format: format)
            } catch {
                failures += 1
                writer.skip(error)
            }
        }
        while !writer.isStopped, let part = try source.next() {
            var start = part.startIndex
            while !writer.isStopped, let end = part[start...].firstIndex(of: 0x0A) {
                line += part[start..<end]
                take(line, &writer)
                line.removeAll(keepingCapacity: true)
                start = end + 1
                if failures >= 20, successes == 0 {
                    throw .malformed(format.title, "none of the first \(failures) lines holds an article")
                }
            }
            line += part[start...]
            if line.count > limit { throw .endlessLine(number: number + 1, count: line.count) }
        }
        if !writer.isStopped { take(line, &writer) }
    }

    // MARK: Tables

    private func readTable(_ source: inout ByteSource, _ writer: inout ArticleWriter) throws(ArticleError.Reason) {
        var head = try source.peek(64 << 10)
        let isCut = head.count == 64 << 10
        let named = format == .csv ? CSVReader.namedSeparator(of: head) : nil
        if let named {
            try source.skip(named.length)
            head.removeFirst(named.length)
        }
        var reader = CSVReader(
            separator: named?.separator ?? (format == .tsv ? 0x09 : CSVReader.separator(of: head[...])))
        let records = RecordReader(fields: fields)
        var columns: [String]?
        let isUTF8 = UTF8Census(Array(head)).illFormed == 0 || isCut
        func take(_ row: [String]) throws(ArticleError.Reason) -> Bool {
            guard let names = columns else {
                columns = row.map(\.trimmingSpace)
                guard fields.index(of: .text, among: columns ?? []) != nil else { throw .noTextField(columns ?? []) }
                return true
            }
            do throws(ArticleError.Reason) {
                writer.write(try records.story(row, columns: names), format: format)
            } catch {
                writer.skip(error)
            }
            return !writer.isStopped
        }
        while let part = try source.next() {
            let text = isUTF8 ? part : DecodedText(part).text
            if text.contains(0) { throw .binary("a NUL byte") }
            if !(try reader.read(text[...], take)) { return }
        }
        try reader.finish(take)
    }

    // MARK: Reuters-21578

    private func readReuters(_ source: inout ByteSource, _ writer: inout ArticleWriter) throws(ArticleError.Reason) {
        var record: [UInt8] = []
        var searched = 0
        let end = ReutersReader.end
        while !writer.isStopped, let part = try source.next() {
            record += part
            while !writer.isStopped, let stop = Self.range(of: end, in: record, from: max(0, searched - end.count)) {
                if let story = ReutersReader().story(Array(record[..<stop.upperBound])) {
                    writer.write(story, format: format)
                }
                record.removeFirst(stop.upperBound)
                searched = 0
            }
            searched = record.count
            if record.count > limit { throw .malformed(format.title, "a record does not end") }
        }
        if !writer.isStopped, let story = ReutersReader().story(record) { writer.write(story, format: format) }
    }

    private static func range(of mark: [UInt8], in bytes: [UInt8], from start: Int) -> Range<Int>? {
        var index = start
        while index + mark.count <= bytes.count {
            guard let found = bytes[index...].firstIndex(of: mark[0]) else { return nil }
            if bytes[found...].starts(with: mark) { return found..<found + mark.count }
            index = found + 1
        }
        return nil
    }
}
