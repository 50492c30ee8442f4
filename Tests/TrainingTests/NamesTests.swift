import Language
import Resources
import Testing

@testable import hearsay_train

@Suite struct NamesTests {
    @Test func theEmbeddedTableIsThatOfTheLists() throws {
        let table = try Names.table()
        #expect(
            Resource.named(NameTable.file)?.bytes.elementsEqual(table) == true,
            "run: hearsay-train names Sources/CResources/lexicons/names.table")
    }
}
