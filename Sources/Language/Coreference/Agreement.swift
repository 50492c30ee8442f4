/// What a mention may be as to gender and number: the sets narrow as mentions join.
package struct Agreement: Equatable, Sendable {
    package struct Gender: OptionSet, Sendable {
        package let rawValue: UInt8

        package init(rawValue: UInt8) { self.rawValue = rawValue }

        package static let male = Gender(rawValue: 1)
        package static let female = Gender(rawValue: 2)
        static let neuter = Gender(rawValue: 4)
        static let person: Gender = [.male, .female]
        static let any: Gender = [.male, .female, .neuter]
    }

    package struct Number: OptionSet, Sendable {
        package let rawValue: UInt8

        package init(rawValue: UInt8) { self.rawValue = rawValue }

        static let singular = Number(rawValue: 1)
        static let plural = Number(rawValue: 2)
        static let any: Number = [.singular, .plural]
    }

    package var gender: Gender
    package var number: Number

    static let any = Agreement(gender: .any, number: .any)

    /// Whether something can be both.
    func allows(_ other: Agreement) -> Bool {
        !gender.isDisjoint(with: other.gender) && !number.isDisjoint(with: other.number)
    }

    /// What is both; where nothing is, the gender or number of `self`.
    func narrowed(by other: Agreement) -> Agreement {
        let gender = self.gender.intersection(other.gender)
        let number = self.number.intersection(other.number)
        return Agreement(gender: gender.isEmpty ? self.gender : gender, number: number.isEmpty ? self.number : number)
    }
}
