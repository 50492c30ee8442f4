import Testing

@testable import Articles

/// What is legal in a format and rarely written.
@Suite struct OddFormatTests {
    private static let story =
        "The harbour of Port Ansel opened again on Monday, said Mayor Ada Berg of the town. Forty boats came back."

    private func only(_ text: String, id: String) throws -> Article {
        let (articles, errors) = readAll(text, id: id)
        #expect(errors.isEmpty && articles.count == 1, "\(errors)")
        return try #require(articles.first)
    }

    // MARK: Markdown, headers

    @Test func `front matter with folded lines, objects in a list, and doubled quotes`() throws {
        let article = try only(
            """
            ---
            title: >-
              Council reopens
              the harbour
            author:
              - name: Jane Roe
                mail: jane@example.com
              - John Doe
            publisher: 'Example ''Evening'' News'
            lang: en
            canonical_url: https://example.com/1
            ---
            \(Self.story)
            """, id: "a.md")
        #expect(article.title == "Council reopens the harbour" && article.byline == "Jane Roe, John Doe")
        #expect(article.publisher == "Example 'Evening' News" && article.url == "https://example.com/1")
        #expect(article.strings(.body) == [Self.story])
    }

    @Test func `front matter of TOML, and in a file that is called text`() throws {
        let toml = try only(
            "+++\ntitle = \"Harbour \\\"opens\\\"\"\ndate = 2025-03-17T10:30:00+01:00\nauthor = \"Jane Roe\"\n+++\n\n\(Self.story)\n",
            id: "a.md")
        #expect(toml.title == "Harbour \"opens\"" && toml.published == "2025-03-17T10:30:00+01:00")
        #expect(toml.byline == "Jane Roe")
        let text = try only("---\ntitle: Harbour opens\nsource: Example Wire\n---\n\(Self.story)\n", id: "a.txt")
        #expect(text.title == "Harbour opens" && text.publisher == "Example Wire")
    }

    @Test func `mail, headers in capitals, and no empty line after headers that are all known`() throws {
        let mail = try only(
            "From: Jane Roe <desk@example.com>\nSubject: Harbour\n opens\nDate: Mon, 17 Mar 2025 10:30:00 +0100\nMessage-ID: <1@x>\n\n\(Self.story)",
            id: "a.txt")
        #expect(mail.title == "Harbour opens" && mail.byline == "Jane Roe")
        #expect(mail.published == "2025-03-17T10:30:00+01:00")
        let capitals = try only(
            "TITLE:  Harbour opens\nBYLINE: By Jane Roe\nLENGTH: 700 words\n\n\n\(Self.story)", id: "a.txt")
        #expect(capitals.byline == "Jane Roe" && capitals.strings(.body) == [Self.story])
        let close = try only("Title: Harbour opens\nSource: Example News\n\(Self.story)", id: "a.txt")
        #expect(close.format == .headers && close.title == "Harbour opens" && close.publisher == "Example News")
        #expect(close.strings(.body) == [Self.story])
    }

    // MARK: Pages

    private func page(_ head: String, _ body: String = "") -> String {
        "<!DOCTYPE html><html lang=en><head>\(head)</head><body>\(body)<article><p>\(Self.story)</p></article></body></html>"
    }

    @Test func `JSON-LD of a graph whose parts refer to each other`() throws {
        let article = try only(
            page(
                """
                <script type="application/ld+json">{"@context": "https://schema.org", "@graph": [
                {"@type": "WebSite", "name": "Site"}, {"@type": ["Article", "NewsArticle"], "headline": "Harbour opens",
                "datePublished": "2025-03-17T10:30:00+01:00", "author": [{"@id": "#jane"}, {"name": "John Doe"}],
                "publisher": {"@id": "#org"}, "mainEntityOfPage": "https://example.com/1"},
                {"@type": "Person", "@id": "#jane", "name": "Jane Roe"},
                {"@type": "NewsMediaOrganization", "@id": "#org", "name": "Example News"}]}</script>
                """), id: "a.html")
        #expect(article.title == "Harbour opens" && article.byline == "Jane Roe, John Doe")
        #expect(article.publisher == "Example News" && article.url == "https://example.com/1")
    }

    @Test(arguments: [("<!--\n", "\n//-->"), ("//<![CDATA[\n", "\n//]]>"), ("", "")])
    func `JSON-LD in a list, and inside the marks of a comment`(open: String, close: String) throws {
        let data =
            #"[{"@type": "BreadcrumbList"}, {"@type": "ReportageNewsArticle", "headline": "Harbour opens", "author": "Jane Roe", "publisher": "Example News", "datePublished": "2025-03-17"}]"#
        let article = try only(page("<script type='application/ld+json'>\(open)\(data)\(close)</script>"), id: "a.html")
        #expect(article.title == "Harbour opens" && article.byline == "Jane Roe")
        #expect(article.publisher == "Example News" && article.date == "2025-03-17")
    }

    @Test func `Open Graph with entities, Dublin Core, Parsely, microdata`() throws {
        let graph = try only(
            page(
                "<meta property=og:title content='Harbour &#8217;opens&#8217; - Example News'><meta property=og:site_name content='Example News'><meta property=article:published_time content='2025-03-17T09:30:00Z'><link rel=canonical href='https://example.com/1'>"
            ), id: "a.html")
        #expect(graph.title == "Harbour ’opens’" && graph.publisher == "Example News")
        #expect(graph.published == "2025-03-17T09:30:00Z" && graph.url == "https://example.com/1")
        let core = try only(
            page(
                "<meta name=DC.title content=Harbour><meta name=DC.creator content='Jane Roe'><meta name=DC.date.issued content=2025-03-17>"
            ),
            id: "a.html")
        #expect(core.title == "Harbour" && core.byline == "Jane Roe" && core.date == "2025-03-17")
        let parsely = try only(
            page(
                "<meta name=parsely-title content=Harbour><meta name=parsely-pub-date content=2025-03-17T10:30:00Z><meta name=parsely-author content='Jane Roe'>"
            ),
            id: "a.html")
        #expect(parsely.title == "Harbour" && parsely.byline == "Jane Roe" && parsely.date == "2025-03-17")
        let micro = try only(
            page(
                "",
                "<span itemprop=publisher itemscope><meta itemprop=name content='Example News'></span><h1>Harbour opens</h1><time itemprop=datePublished datetime=2025-03-17>today</time>"
            ), id: "a.html")
        #expect(micro.publisher == "Example News" && micro.title == "Harbour opens" && micro.date == "2025-03-17")
    }

    // MARK: Feeds and wires

    @Test func `RSS with CDATA, Dublin Core, a source, and an address only in the id; RSS 1-0`() throws {
        let (articles, _) = readAll(
            """
            <?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
            <channel><title>Example Feed</title><item><title><![CDATA[Boats & harbour]]></title><dc:creator>Jane Roe</dc:creator>
            <dc:date>2025-03-17T10:30:00Z</dc:date><description>short</description>
            <content:encoded><![CDATA[<p>\(Self.story)</p><p>More of it.</p>]]></content:encoded></item>
            <item><title>Two</title><guid>https://example.com/2</guid><author>desk@example.com (John Doe)</author>
            <source url="x">Other News</source><pubDate>17 Mar 2025 10:30 EST</pubDate><description>\(Self.story)</description></item>
            <item><title>Three</title><guid isPermaLink="false">https://example.com/3</guid><description>\(Self.story)</description></item></channel></rss>
            """, id: "a.xml")
        #expect(articles.map(\.title) == ["Boats & harbour", "Two", "Three"])
        #expect(articles.map(\.byline) == ["Jane Roe", "John Doe", nil])
        #expect(articles.map(\.publisher) == ["Example Feed", "Other News", "Example Feed"])
        #expect(articles.map(\.url) == [nil, "https://example.com/2", nil])
        #expect(articles[0].strings(.body) == [Self.story, "More of it."])
        #expect(articles[1].published == "2025-03-17T10:30:00-05:00")
        let rdf = try only(
            "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns='http://purl.org/rss/1.0/'><channel><title>Example Feed</title></channel><item><title>Harbour</title><link>https://example.com/1</link><description>\(Self.story)</description></item></rdf:RDF>",
            id: "noname")
        #expect(rdf.title == "Harbour" && rdf.url == "https://example.com/1" && rdf.publisher == "Example Feed")
    }

    @Test func `Atom under a prefix and in Latin-1, with an entry from another feed`() throws {
        let text = """
            <?xml version="1.0" encoding="iso-8859-1"?><a:feed xmlns:a="http://www.w3.org/2005/Atom"><a:title>Caf\u{E9} Feed</a:title>
            <a:entry><a:title type="html">Harbour &amp;amp; boats</a:title><a:link rel="alternate" href="https://example.com/1"/>
            <a:author><a:name>Jane Roe</a:name></a:author><a:published>2025-03-17T10:30:00Z</a:published><a:updated>2025-03-18T10:30:00Z</a:updated>
            <a:content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>\(Self.story)</p></div></a:content></a:entry>
            <a:entry><a:title>Two</a:title><a:updated>2025-03-18T10:30:00Z</a:updated><a:source><a:title>Other Feed</a:title></a:source>
            <a:summary>\(Self.story)</a:summary></a:entry></a:feed>
            """
        let (articles, _) = readAll(text.unicodeScalars.map { UInt8($0.value) }, id: "a.xml")
        #expect(articles.map(\.title) == ["Harbour & boats", "Two"])
        #expect(articles.map(\.publisher) == ["Café Feed", "Other Feed"])
        #expect(articles.map(\.date) == ["2025-03-17", "2025-03-18"])
        #expect(articles.first?.byline == "Jane Roe" && articles.first?.strings(.body) == [Self.story])
    }

    @Test func `ninjs with an author among the people and an address among the other ids`() throws {
        let article = try only(
            """
            {"uri": "tag:1", "standard": {"name": "ninjs", "version": "2.1"}, "type": "text", "contentcreated": "2025-03-17T10:30:00+01:00",
            "headlines": [{"role": "short", "value": "Short"}, {"role": "main", "value": "Harbour opens"}],
            "bodies": [{"role": "summary", "contentType": "text/plain", "value": "sum"}, {"role": "main", "contentType": "text/html", "value": "<p>\(Self.story)</p>"}],
            "people": [{"name": "Ada Berg", "rel": "about"}, {"name": "Jane Roe", "rel": "author"}],
            "altids": [{"role": "url", "value": "https://example.com/1"}], "infosources": [{"name": "Example Wire"}]}
            """, id: "a.json")
        #expect(article.format == .ninjs && article.title == "Harbour opens" && article.byline == "Jane Roe")
        #expect(article.url == "https://example.com/1" && article.strings(.body) == [Self.story])
    }

    @Test func `NITF and NewsML-G2 with what else may stand in them`() throws {
        let nitf = try only(
            """
            <?xml version="1.0"?><!DOCTYPE nitf SYSTEM "nitf-3-4.dtd"><nitf><head><title>Other</title><docdata><date.release norm="20250317T103000+0100"/></docdata></head>
            <body><body.head><hedline><hl1>Harbour <em>opens</em></hl1><hl2>Deck</hl2></hedline><byline>By <person>Jane Roe</person><byttl>Staff</byttl></byline>
            <distributor>Example Wire</distributor></body.head><body.content><block><p>\(Self.story)</p><hl2>Boats</hl2><p>They came.</p></block>
            <media media-type="image"><media-caption>A boat.</media-caption></media></body.content></body></nitf>
            """, id: "a.xml")
        #expect(nitf.title == "Harbour opens" && nitf.byline == "Jane Roe" && nitf.publisher == "Example Wire")
        #expect(nitf.published == "2025-03-17T10:30:00+01:00")
        #expect(nitf.strings(.body).contains(Self.story) && !nitf.strings(.body).contains("A boat."))
        let item = try only(
            """
            <newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:x" xml:lang="en-US"><itemMeta><itemClass qcode="ninat:text"/><provider qcode="nprov:EXW"/>
            <versionCreated>2025-03-17T10:30:00Z</versionCreated></itemMeta><contentMeta><headline>Harbour opens</headline></contentMeta>
            <contentSet><inlineXML contenttype="application/nitf+xml"><nitf><body><body.content><p>\(Self.story)</p></body.content></body></nitf></inlineXML></contentSet></newsItem>
            """, id: "a.xml")
        #expect(item.title == "Harbour opens" && item.publisher == "EXW" && item.language == "en-US")
        #expect(item.strings(.body) == [Self.story])
    }

    // MARK: Exports

    @Test(arguments: [
        #"{"articles": [{"headline": {"main": "Harbour opens"}, "pub_date": "2025-03-17T10:30:00+0000", "byline": {"original": "By Jane Roe"}, "source": "Example News", "web_url": "u", "content": "TEXT"}]}"#,
        #"{"response": {"results": [{"webTitle": "Harbour opens", "webPublicationDate": "2025-03-17T10:30:00Z", "webUrl": "u", "fields": {"bodyText": "TEXT", "byline": "Jane Roe", "publication": "Example News"}}]}}"#,
        #"{"hits": {"hits": [{"_id": "7", "_source": {"title": "Harbour opens", "body": "TEXT", "date": 1742207400, "author": {"name": "Jane Roe"}, "publisher": "Example News", "link": "u"}}]}}"#,
        "\u{FEFF}"
            + #"[{"title": {"rendered": "Harbour &#111;pens"}, "content": {"rendered": "<p>TEXT</p>"}, "date_gmt": "2025-03-17T10:30:00", "authors": ["Jane Roe"], "site_name": "Example News", "link": "u"}]"#,
        #"[{"title": "Harbour opens", "paragraphs": ["TEXT"], "published_at": "Mon, 17 Mar 2025 10:30:00 GMT", "author": "Jane Roe", "source_name": "Example News", "url": "u"}]"#,
    ]) func `JSON as well-known programs write it`(text: String) throws {
        let article = try only(text.replacing("TEXT", with: Self.story), id: "a.json")
        #expect(article.title == "Harbour opens" && article.byline == "Jane Roe")
        #expect(article.publisher == "Example News" && article.date == "2025-03-17" && article.url == "u")
        #expect(article.strings(.body) == [Self.story])
    }

    @Test func `JSON Lines with the record under a key`() throws {
        let (articles, errors) = readAll(
            "{\"_source\": {\"title\": \"One\", \"body\": \"\(Self.story)\"}}\n{\"_source\": {\"title\": \"Two\", \"body\": \"\(Self.story)\"}}\n",
            id: "a.jsonl")
        #expect(articles.map(\.title) == ["One", "Two"] && errors.isEmpty)
    }

    @Test(arguments: [
        "headline,body,published,source,author,link\n\"Harbour opens\",\"TEXT\",2025-03-17T10:30:00Z,Example News,Jane Roe,u\n",
        "Article Title;Publication Date;Publication;By-line;Permalink;Full Text\nHarbour opens;17/03/2025;Example News;By Jane Roe;u;TEXT\n",
        "\u{FEFF}TITLE,PubDate,SourceName,Authors,URL,Content\r\n\"Harbour opens\",\"March 17, 2025\",Example News,Jane Roe,u,\"TEXT\"\r\n",
        "id|title|date|publisher|byline|url|text\n7|Harbour opens|17 March 2025|Example News|Jane Roe|u|TEXT\n",
        "sep=;\r\nweb_title;web_publication_date;publication_name;author_name;web_url;body_text\r\nHarbour opens;17.03.2025;Example News;Jane Roe;u;TEXT\r\n",
    ]) func `columns of tables under their usual names`(text: String) throws {
        let article = try only(text.replacing("TEXT", with: Self.story), id: "a.csv")
        #expect(article.title == "Harbour opens" && article.byline == "Jane Roe")
        #expect(article.publisher == "Example News" && article.date == "2025-03-17" && article.url == "u")
        #expect(article.strings(.body) == [Self.story])
    }

    @Test func `every column can be named`() throws {
        var reader = ArticleReader()
        for map in [
            "title=kopf", "text=inhalt", "date=tag", "source=zeitung", "author=wer", "link=wo", "language=sprache",
        ] {
            try reader.fields.map(map)
        }
        let rows =
            "kopf,tag,zeitung,wer,wo,sprache,inhalt\nHarbour opens,2025-03-17,Example News,Jane Roe,u,en,\"\(Self.story)\"\n"
        let article = try #require(readAll(rows, id: "a.csv", reader: reader).articles.first)
        #expect(article.title == "Harbour opens" && article.byline == "Jane Roe" && article.language == "en")
        #expect(article.publisher == "Example News" && article.date == "2025-03-17" && article.url == "u")
        let json =
            "{\"kopf\": \"Harbour opens\", \"tag\": \"2025-03-17\", \"zeitung\": \"Example News\", \"wer\": \"Jane Roe\", \"wo\": \"u\", \"inhalt\": \"\(Self.story)\"}"
        let record = try #require(readAll(json, id: "a.json", reader: reader).articles.first)
        #expect(record.byline == "Jane Roe" && record.publisher == "Example News" && record.date == "2025-03-17")
        #expect(record.url == "u")
    }

    @Test func `a table is known by its first line, a text that begins with a comma is none`() {
        func format(_ text: String) -> ArticleFormat { ArticleFormat.recognized(Array(text.utf8)[...], name: "x") }
        #expect(format("title,text\na,b\n") == .csv)
        #expect(format("id\ttitle\ttext\tsection\na\tb\tc\td\n") == .tsv)
        #expect(format("Text, body and date\n\nThe harbour opened.\n") == .text)
        #expect(format("Title, text\n") == .csv)
        #expect(format("Story, author of many books, dies\n\nHe was 80.\n") == .text)
    }
}
