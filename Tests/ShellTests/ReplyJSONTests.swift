import Answers
import Testing

@testable import Shell

@Suite struct ReplyJSONTests {
    @Test func `keys stand in their order, and nothing is left out`() {
        #expect(
            Invented.reply(Invented.span).json.encoded == """
                {"question": "who said so", "status": "answered", "pattern": "say(source: ?)", "answers": [\
                {"text": "“ironclad” promises for the crews", "kind": "span", "source": "Bo Li", "via": ["Example Wire"], \
                "cue": "said", "polarity": "affirmed", "modality": "demanded", "score": 0.5, "evidence": [\
                {"article": "harbour.txt", "title": "Council reopens harbour", "number": 17, \
                "sentence": "Example Wire reports that Bo Li said any plan needs “ironclad” promises for the crews.", \
                "start": 152, "end": 189}]}], "message": null}
                """)
    }

    @Test func `a search that was stopped`() {
        var reply = Reply(question: "q", status: .noAnswer)
        reply.isComplete = false
        #expect(reply.json.encoded.hasSuffix(#""message": null, "complete": false}"#))
    }

    @Test func `no answer, and not understood`() {
        #expect(
            Reply(question: "q", status: .noAnswer, message: "Nothing found.").json.encoded
                == #"{"question": "q", "status": "no-answer", "pattern": null, "answers": [], "message": "Nothing found."}"#
        )
        #expect(Invented.misunderstood.json.encoded.contains(#""status": "not-understood""#))
    }
}

@Suite struct JSONValueTests {
    @Test(
        arguments: [
            (0.9125, "0.913"), (0.91, "0.91"), (1, "1"), (0, "0"), (0.0004, "0"), (-0.5, "-0.5"), (-0.0001, "0"),
            (12.05, "12.05"),
            (.infinity, "null"), (.nan, "null"),
        ] as [(Double, String)])
    func `numbers have at most three decimals`(number: Double, text: String) {
        #expect(JSONValue.number(number).encoded == text)
    }

    @Test func `strings are escaped where they must be`() {
        #expect(
            JSONValue.string("a\"b\\c\nd\te\r\u{1}\u{7F}\u{2028}é🙂").encoded
                == #""a\"b\\c\nd\te\r\u0001\u007f\u2028é🙂""#)
    }

    @Test func `empty values`() {
        #expect(JSONValue.array([]).encoded == "[]")
        #expect(JSONValue.object([]).encoded == "{}")
        #expect(JSONValue.optional(nil).encoded == "null")
    }
}
