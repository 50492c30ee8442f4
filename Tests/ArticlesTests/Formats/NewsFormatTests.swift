import Testing

@testable import Articles

@Suite struct FeedTests {
    @Test func `the items of RSS are articles`() throws {
        let text = """
            <?xml version="1.0" encoding="UTF-8"?>
            <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
            <channel><title>Example News</title><language>en-gb</language>
            <item><title>Harbour reopens</title><link>https://example.com/1</link><dc:creator>Jane Roe</dc:creator>
            <pubDate>Mon, 17 Mar 2025 10:30:00 +0100</pubDate><guid>tag-1</guid>
            <description>Teaser.</description>
            <content:encoded><![CDATA[<p>The harbour opened&nbsp;again.</p><p>Boats &amp; crews came back.</p>]]></content:encoded></item>
            <item><title>Owls &#38; bats counted</title><description>The county counted its owls twice.</description></item>
            </channel></rss>
            """
        let (articles, errors) = readAll(text, id: "feed.xml")
        #expect(errors.isEmpty)
        #expect(articles.map(\.id) == ["feed.xml#tag-1", "feed.xml#2"])
        #expect(articles[0].format == .rss && articles[0].title == "Harbour reopens")
        #expect(articles[0].strings(.body) == ["The harbour opened again.", "Boats & crews came back."])
        #expect(articles[0].byline == "Jane Roe" && articles[0].publisher == "Example News")
        #expect(articles[0].published == "2025-03-17T10:30:00+01:00" && articles[0].url == "https://example.com/1")
        #expect(articles[1].title == "Owls & bats counted")
    }

    @Test func `the entries of Atom are articles`() throws {
        let text = """
            <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>Example News</title><author><name>The desk</name></author>
            <entry><id>urn:1</id><title type="html">Harbour &lt;b&gt;reopens&lt;/b&gt;</title><link rel="alternate" href="https://example.com/1"/>
            <published>2025-03-17T10:30:00Z</published><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>The harbour opened.</p><p>Boats came.</p></div></content></entry>
            </feed>
            """
        let (articles, _) = readAll(text, id: "feed.atom")
        let article = try #require(articles.first)
        #expect(article.format == .atom && article.title == "Harbour reopens" && article.byline == "The desk")
        #expect(article.strings(.body) == ["The harbour opened.", "Boats came."])
        #expect(article.url == "https://example.com/1")
    }

    @Test func `a feed without items says so`() {
        let (articles, errors) = readAll("<rss><channel><title>x</title></channel></rss>", id: "f.xml")
        #expect(articles.isEmpty && errors.map(\.reason) == [.noArticles("RSS")])
    }
}

@Suite struct WireFormatTests {
    @Test func nitf() throws {
        let text = """
            <?xml version="1.0"?><!DOCTYPE nitf SYSTEM "nitf-3-5.dtd">
            <nitf><head><title>Slug</title><docdata><doc-id id-string="ex-17"/><date.issue norm="20250317T103000Z"/></docdata></head>
            <body><body.head><hedline><hl1>Harbour reopens</hl1><hl2>After two weeks</hl2></hedline><byline>By <person>Jane Roe</person></byline>
            <distributor>Example Wire</distributor><dateline><location>Port Ansel</location></dateline></body.head>
            <body.content><block><p>The harbour opened <em>again</em>.</p><p>Boats came back.</p>
            <media media-type="image"><media-caption>A boat.</media-caption></media></block></body.content>
            <body.end><tagline>Edited by John Doe</tagline></body.end></body></nitf>
            """
        let article = try read(text, id: "a.xml")
        #expect(article.format == .nitf && article.title == "Harbour reopens" && article.byline == "Jane Roe")
        #expect(article.publisher == "Example Wire" && article.published == "2025-03-17T10:30:00Z")
        #expect(article.strings(.body) == ["The harbour opened again.", "Boats came back."])
        #expect(article.strings(.caption) == ["A boat."] && article.strings(.credit) == ["Edited by John Doe"])
    }

    @Test func `newsml-G2 with XHTML, alone and in a message`() throws {
        let item = """
            <newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:ex:1" xml:lang="en">
            <itemMeta><itemClass qcode="ninat:text"/><provider qcode="nprov:EX"><name>Example Wire</name></provider>
            <versionCreated>2025-03-17T10:30:00+01:00</versionCreated></itemMeta>
            <contentMeta><headline>Harbour reopens</headline><by>By Jane Roe</by></contentMeta>
            <contentSet><inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><body>
            <p>The harbour opened.</p><p>Boats came back.</p></body></html></inlineXML></contentSet></newsItem>
            """
        for text in [
            item,
            "<newsMessage><itemSet>\(item)<newsItem guid=\"p\"><itemMeta><itemClass qcode=\"ninat:picture\"/></itemMeta></newsItem></itemSet></newsMessage>",
        ] {
            let (articles, errors) = readAll("<?xml version=\"1.0\"?>" + text, id: "a.xml")
            let article = try #require(articles.first)
            #expect(errors.isEmpty && articles.count == 1)
            #expect(article.format == .newsml && article.title == "Harbour reopens" && article.byline == "Jane Roe")
            #expect(article.publisher == "Example Wire" && article.date == "2025-03-17")
            #expect(article.strings(.body) == ["The harbour opened.", "Boats came back."])
        }
    }

    @Test(arguments: [
        """
        {"uri": "http://ex.com/1", "type": "text", "versioncreated": "2025-03-17T10:30:00Z", "headline": "Harbour reopens", "byline": "By Jane Roe",
        "infosource": [{"name": "Example Wire"}], "body_text": "The harbour opened.\\n\\nBoats came back.", "body_xhtml": "<p>The harbour opened.</p><p>Boats came back.</p>"}
        """,
        """
        {"uri": "http://ex.com/1", "type": "text", "versioncreated": "2025-03-17T10:30:00Z", "headlines": [{"role": "main", "value": "Harbour reopens"}],
        "by": "Jane Roe", "infosources": [{"name": "Example Wire"}], "bodies": [{"role": "main", "contenttype": "text/plain", "value": "The harbour opened.\\n\\nBoats came back."}]}
        """,
        """
        {"uri": "http://ex.com/1", "standard": {"name": "ninjs", "version": "3.0"}, "versionCreated": "2025-03-17T10:30:00Z", "by": "Jane Roe",
        "headlines": [{"value": "Harbour reopens"}], "infoSources": [{"name": "Example Wire"}],
        "bodies": [{"contentType": "text/html", "value": "<p>The harbour opened.</p><p>Boats came back.</p>"}]}
        """,
    ]) func `ninjs 1, 2 and 3`(text: String) throws {
        let article = try read(text, id: "a.json")
        #expect(article.format == .ninjs && article.title == "Harbour reopens" && article.byline == "Jane Roe")
        #expect(article.publisher == "Example Wire" && article.date == "2025-03-17")
        #expect(article.strings(.body) == ["The harbour opened.", "Boats came back."])
    }

    @Test func `reuters-21578`() throws {
        let text = """
            <!DOCTYPE lewis SYSTEM "lewis.dtd">
            <REUTERS TOPICS="YES" NEWID="1"><DATE>26-FEB-1987 15:01:01.79</DATE><TOPICS><D>grain</D></TOPICS>
            <TEXT>&#2;<TITLE>HARBOUR REOPENS &amp; BOATS COME</TITLE><DATELINE>    PORT ANSEL, Feb 26 - </DATELINE><BODY>The harbour opened
            again on Thursday, said &lt;Port Ansel Co>.
                Boats came back.
             Reuter
            &#3;</BODY></TEXT></REUTERS>
            <REUTERS NEWID="2"><TEXT TYPE="UNPROC">SHORT NOTE ABOUT A SHIP</TEXT></REUTERS>
            """
        let (articles, errors) = readAll(text, id: "reut2-000.sgm")
        #expect(errors.isEmpty && articles.map(\.id) == ["reut2-000.sgm#1", "reut2-000.sgm#2"])
        #expect(
            articles[0].title == "HARBOUR REOPENS & BOATS COME" && articles[0].date == "1987-02-26"
                && articles[0].publisher == "Reuters")
        #expect(
            articles[0].strings(.body).first?.hasPrefix("The harbour opened again on Thursday, said <Port Ansel Co>.")
                == true)
    }
}

@Suite struct ExportFormatTests {
    @Test func `json, a list under a key, other names of fields`() throws {
        let (articles, _) = readAll(
            """
            {"status": "ok", "articles": [{"headline": "Harbour reopens", "content": "The harbour opened.\\n\\nBoats came.", "publishedAt": "2025-03-17T10:30:00Z",
            "source": {"id": null, "name": "Example News"}, "author": ["Jane Roe", "John Doe"], "url": "https://example.com/1"}]}
            """, id: "a.json")
        let article = try #require(articles.first)
        #expect(
            article.title == "Harbour reopens" && article.publisher == "Example News"
                && article.byline == "Jane Roe, John Doe")
        #expect(article.strings(.body) == ["The harbour opened.", "Boats came."])
    }

    @Test func `json lines, one of them bad`() {
        let (articles, errors) = readAll(
            "{\"id\": \"a-1\", \"title\": \"One\", \"text\": \"The harbour opened.\"}\n{\"title\": \n\n{\"title\": \"Three\", \"text\": \"Boats came.\"}\n",
            id: "a.jsonl")
        #expect(articles.map(\.id) == ["a.jsonl#a-1", "a.jsonl#3"])
        #expect(errors.map(\.name) == ["a.jsonl#2"])
        #expect(errors[0].description.contains("line 2"))
    }

    @Test func `csv with quotes, semicolons, and a mapped column`() throws {
        let (articles, _) = readAll(
            "title,text,date\r\n\"A \"\"fine\"\" day\",\"First, part.\n\nSecond.\",2025-03-17\r\n", id: "a.csv")
        #expect(articles[0].title == "A \"fine\" day" && articles[0].strings(.body) == ["First, part.", "Second."])
        var reader = ArticleReader()
        #expect(
            readAll("kopf;inhalt\nHarbour;It opened.\n", id: "b.csv", reader: reader).errors.map(\.reason)
                == [.noTextField(["kopf", "inhalt"])])
        try reader.fields.map("text=inhalt")
        try reader.fields.map("title=kopf")
        let mapped = readAll("kopf;inhalt\nHarbour;It opened.\n", id: "b.csv", reader: reader).articles
        #expect(mapped.map(\.title) == ["Harbour"])
    }

    @Test func `a wrong map names the fields`() {
        var fields = FieldMap()
        #expect(throws: FieldMapError.self) { try fields.map("text") }
        #expect(throws: FieldMapError.self) { try fields.map("colour=x") }
    }

    @Test func `json itself`() throws {
        let value = try JSONInput(
            parsing: Array(#"{"a": [1, -2.5e3, true, null, "x\n\u00e9\ud83d\ude00\ud800"]}"#.utf8)[...])
        #expect(
            value["a"]?.elements == [.number("1"), .number("-2.5e3"), .bool(true), .null, .string("x\né😀\u{FFFD}")])
        for bad in ["", "{", "[1,]", "{\"a\" 1}", "\"x", "[1] 2", "nul", "\"\\x\"", "\"\\u12\""] {
            #expect(throws: JSONInput.Failure.self, "\(bad)") { try JSONInput(parsing: Array(bad.utf8)[...]) }
        }
    }

    @Test(arguments: [
        ("[Update] The harbour opened\n\nBoats came.", "a.txt", ArticleFormat.text),
        ("{\"title\": \"x\", \"text\": \"y\"}", "noname", .json),
        ("<html><body><p>x</p></body></html>", "noname", .html), ("- a dash begins this\n\nText.", "a.txt", .text),
        ("title,text\na,b\n", "a.csv", .csv), ("title\ttext\na\tb\n", "a.tsv", .tsv),
        ("<!-- saved -->\n<!doctype HTML>\n<p>x", "x", .html), ("# Title\n\nText", "a.md", .markdown),
    ]) func `recognised by content, then by name`(text: String, name: String, format: ArticleFormat) {
        #expect(ArticleFormat.recognized(Array(text.utf8)[...], name: name) == format)
    }
}
