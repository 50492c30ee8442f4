/// Reads NITF, the IPTC's News Industry Text Format (version 3).
struct NITFReader {
    func story(_ root: MarkupNode) -> Story {
        var story = Story()
        let head = root.child("head")
        let document = head?.child("docdata")
        let bodyHead = root.child("body")?.child("body.head")
        let bodyContent = root.child("body")?.child("body.content")
        story.id = document?.child("doc-id")?["id-string"]
        story.title = bodyHead?.child("hedline")?.child("hl1")?.line ?? head?.child("title")?.line
        story.byline = bodyHead?.child("byline").map { $0.child("person")?.line ?? $0.line ?? "" }
        story.publisher =
            bodyHead?.child("distributor")?.line ?? document?.child("doc.copyright")?["holder"]
            ?? bodyHead?.child("rights")?.child("rights.owner")?.line
        story.date =
            document?.child("date.issue")?["norm"] ?? document?.child("date.release")?["norm"]
            ?? bodyHead?.child("dateline")?.child("story.date")?["norm"] ?? head?.child("pubdata")?["date.publication"]
        story.language = root["lang"] ?? document?["lang"]
        if let bodyContent { story.paragraphs = HTMLFragment.paragraphs(below: bodyContent) }
        for tagline in root.child("body")?.child("body.end")?.children("tagline") ?? [] {
            if let line = tagline.line { story.paragraphs.append(Story.Part(line, .credit)) }
        }
        return story
    }
}
