/// The adjectives and peoples that English makes of names of places: Kestria, Kestrian; Velmark, Velmarkish.
public enum Demonym {
    /// What a place of this lower-cased name may call its people, by the ending of the name; most of them exist for no place.
    public static func forms(of place: String) -> [String] {
        guard place.utf8.count > 3, let last = place.last, place.allSatisfy(\.isLetter) else { return [] }
        let stem = String(place.dropLast())
        var forms: [String]
        switch last {
        case "a": forms = [place + "n", stem + "ian", stem + "ese", place + "nese"]
        case "o", "e": forms = [place + "an", stem + "an", stem + "ian", stem + "ese"]
        case "y": forms = [stem + "ian", place + "an"]
        case "i", "u": forms = [place + "an", place + "n", place + "ese"]
        default: forms = [place + "ian", place + "an", place + "ese", place + "ish", place + "i", place + "er"]
        }
        return forms + forms.filter { $0.hasSuffix("n") || $0.hasSuffix("r") || $0.hasSuffix("i") }.map { $0 + "s" }
    }
}
