/// What a mention may be as to gender and number: the sets narrow as mentions join.
struct Agreement: Equatable, Sendable {
    struct Gender: OptionSet, Sendable {
        let rawValue: UInt8
        static let male = Gender(rawValue: 1)
        static let female = Gender(rawValue: 2)
        static let neuter = Gender(rawValue: 4)
        static let person: Gender = [.male, .female]
        static let any: Gender = [.male, .female, .neuter]
    }

    struct Number: OptionSet, Sendable {
        let rawValue: UInt8
        static let singular = Number(rawValue: 1)
        static let plural = Number(rawValue: 2)
        static let any: Number = [.singular, .plural]
    }

    var gender: Gender
    var number: Number

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
