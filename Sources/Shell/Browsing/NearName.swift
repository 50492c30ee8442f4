import Questions

/// Whether a name was probably meant.
enum NearName {
    static func isNear(_ typed: String, _ name: String) -> Bool {
        typed.count > 2 && NearWords.distance(typed, name) <= (name.count > 6 ? 2 : 1)
    }
}
