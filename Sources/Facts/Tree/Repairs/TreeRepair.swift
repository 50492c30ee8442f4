import Language

/// Mends attachments that a greedy parser often gets wrong and that English news leaves little doubt about.
///
/// Reads the document's tree and gives the mended columns; the document stays as it is. The repairs stand in the files beside
/// this one, by subject, each with an example whose word in braces is the one that moves. A repair sees what those before
/// it made.
struct TreeRepair {
    let document: Document
    let lexicon: Lexicon
    var heads: [Int32]
    var relations: [Relation]
    private(set) var isPerson: [Bool]
    private(set) var isDate: [Bool]

    init(_ document: Document, lexicon: Lexicon) {
        self.document = document
        self.lexicon = lexicon
        heads = document.heads
        relations = document.relations
        isPerson = Array(repeating: false, count: document.count)
        isDate = isPerson
        for entity in document.entities {
            for token in entity.tokens {
                isPerson[token] = entity.kind == .person
                isDate[token] = entity.kind == .date
            }
        }
        repair()
    }

    private mutating func repair() {
        for entity in document.entities where entity.kind == .person {
            keepWordsOfName(entity.tokens)
            raiseTitledName(entity.tokens)
        }
        for token in 0..<document.count {
            makeApposition(token)
            lowerBracket(token)
        }
        for token in 0..<document.count { raiseVerbAfterApposition(token) }
        for token in 0..<document.count {
            raiseSpeechParticiple(token)
            raiseContrast(token)
            giveThemeToAccusation(token)
            makeRelativeOfNaming(token)
            makeNamedOfReceiver(token)
            raiseContent(token)
            giveLetterToSender(token)
            giveContentToVerb(token)
            giveInfinitiveToWish(token)
            raiseTime(token)
            giveDayToSpeech(token)
            raiseContentFromTime(token)
            freeTimeObject(token)
            giveOwnerToNamed(token)
            raiseApposition(token)
        }
        for token in 0..<document.count {
            giveSpeakerToVerb(token)
            makeSubjectOfNextVerb(token)
            makeSubjectOfWhom(token)
            makeDescriptionOfSubject(token)
            moveDescriptionToLastName(token)
            joinNameToDescription(token)
            raiseStatement(token)
            raiseFiniteVerb(token)
            giveGroundToJudgement(token)
            raiseFromName(token)
        }
    }
}
