import ArgumentParser
import Foundation

/// Writes the table of related words from a WordNet folder.
struct RelatedWords: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "related-words",
        abstract:
            "Writes lexicons/related-words.txt: derivations and synonyms, from WordNet 3.0 (Debian: wordnet-base).")

    @Argument(help: "The folder with data.verb, index.verb, cntlist.rev and the others: /usr/share/wordnet.")
    var wordnet: String
    @Argument(help: "The file to write.") var out: String

    func run() throws {
        let database = try WordNetDatabase(folder: URL(fileURLWithPath: wordnet))
        let lines = database.relatedWords()
        try Data((Self.header + lines.joined(separator: "\n") + "\n").utf8).write(to: URL(fileURLWithPath: out))
        print("\(lines.count) words")
    }

    private static let header = """
        # Words that mean nearly the same, for matching questions with articles. Each line: a word, a tab, the words of the same
        # stem (accept: acceptance), a tab, its synonyms in the first senses of both. Sorted by bytes; lower case.
        # Written by: hearsay-train related-words /usr/share/wordnet Sources/CResources/lexicons/related-words.txt
        #
        # From WordNet 3.0, under this licence:
        # WordNet 3.0 Copyright 2006 by Princeton University. All rights reserved.
        # This software and database is being provided to you, the LICENSEE, by Princeton University under the following license.
        # By obtaining, using and/or copying this software and database, you agree that you have read, understood, and will comply
        # with these terms and conditions: Permission to use, copy, modify and distribute this software and database and its
        # documentation for any purpose and without fee or royalty is hereby granted, provided that you agree to comply with the
        # following copyright notice and statements, including the disclaimer, and that the same appear on ALL copies of the
        # software, database and documentation, including modifications that you make for internal use or for distribution.
        # THIS SOFTWARE AND DATABASE IS PROVIDED "AS IS" AND PRINCETON UNIVERSITY MAKES NO REPRESENTATIONS OR WARRANTIES, EXPRESS
        # OR IMPLIED. BY WAY OF EXAMPLE, BUT NOT LIMITATION, PRINCETON UNIVERSITY MAKES NO REPRESENTATIONS OR WARRANTIES OF
        # MERCHANTABILITY OR FITNESS FOR ANY PARTICULAR PURPOSE OR THAT THE USE OF THE LICENSED SOFTWARE, DATABASE OR
        # DOCUMENTATION WILL NOT INFRINGE ANY THIRD PARTY PATENTS, COPYRIGHTS, TRADEMARKS OR OTHER RIGHTS.
        # The name of Princeton University or Princeton may not be used in advertising or publicity pertaining to distribution of
        # the software and/or database. Title to copyright in this software, database and any associated documentation shall at
        # all times remain with Princeton University and LICENSEE agrees to preserve same.

        """
}
