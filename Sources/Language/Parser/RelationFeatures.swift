/// The features of an arc that is about to be made, from which its relation is chosen.
///
/// Change a template and the weights must be trained again: count its version up.
enum RelationFeatures {
    static let templates = "relation 1: head, dependent, their neighbours and dependents, distance, relation sets, breaks"

    /// `step` must make an arc in this configuration.
    static func extract(
        _ state: borrowing ParserState, _ step: Step, _ atoms: [ParserAtom], into f: inout FeatureBuffer
    ) {
        f.removeAll()
        guard let (head, dependent) = state.arc(step) else { return }
        state.nodes.withUnsafeBufferPointer { nodes in
            atoms.withUnsafeBufferPointer { atoms in
                extract(nodes, atoms, head, dependent, step == .left ? 0 : 1000, state.stacked(1), &f)
            }
        }
    }

    /// `side` is added to every template: what is left of its head and what is right of it have little in common.
    @inline(__always)
    private static func extract(
        _ nodes: UnsafeBufferPointer<ParserState.Node>, _ atoms: UnsafeBufferPointer<ParserAtom>,
        _ head: Int, _ dependent: Int, _ side: UInt64, _ below: Int, _ f: inout FeatureBuffer
    ) {
        let none = atoms.count - 1
        let (H, D) = (atoms[head], atoms[dependent])
        let (Hn, Dn) = (nodes[head], nodes[dependent])
        let (before, after) = (dependent > 0 ? atoms[dependent - 1] : atoms[none], atoms[min(dependent + 1, none)])
        let (headBefore, headAfter) = (head > 0 ? atoms[head - 1] : atoms[none], atoms[min(head + 1, none)])
        let (Dl, Dr) = (atoms[Int(Dn.left)], atoms[Int(Dn.right)])
        let (Hl, Hr) = (atoms[Int(Hn.left)], atoms[Int(Hn.right)])
        let (Dlr, Drr) = (UInt64(nodes[Int(Dn.left)].relation), UInt64(nodes[Int(Dn.right)].relation))
        let (Hlr, Hrr) = (UInt64(nodes[Int(Hn.left)].relation), UInt64(nodes[Int(Hn.right)].relation))
        let distance = ParserFeatures.distance(min(head, dependent), max(head, dependent))
        let (first, last) = head < dependent ? (H, D) : (D, H)
        let breaks = UInt64(min(last.breaksBefore &- first.breaksBefore, 3))
        let isFirst: UInt64 = dependent == 0 ? 1 : 0
        let S1 = atoms[below]

        f.add(side + 0, D.w); f.add(side + 1, D.t); f.add(side + 2, D.wt)
        f.add(side + 3, H.w); f.add(side + 4, H.t); f.add(side + 5, H.wt)
        f.add(side + 6, H.t, D.t); f.add(side + 7, H.w, D.t); f.add(side + 8, H.t, D.w); f.add(side + 9, H.w, D.w)
        f.add(side + 10, H.u, D.u); f.add(side + 11, H.wt, D.wt); f.add(side + 12, H.t, D.suffix)
        f.add(side + 13, H.suffix, D.suffix); f.add(side + 14, H.suffix, D.t)
        f.add(side + 15, H.t, D.t, distance); f.add(side + 16, H.t, D.t, breaks); f.add(side + 17, D.t, distance, breaks)
        f.add(side + 18, H.u, D.w, distance)
        // Neighbours.
        f.add(side + 19, D.t, before.t); f.add(side + 20, D.t, after.t); f.add(side + 21, D.t, before.w)
        f.add(side + 22, D.t, after.w); f.add(side + 23, H.t, D.t, before.t); f.add(side + 24, H.t, D.t, after.t)
        f.add(side + 25, H.t, D.t, headBefore.t); f.add(side + 26, H.t, D.t, headAfter.t)
        f.add(side + 27, H.t, D.t, headAfter.w); f.add(side + 28, before.t, D.t, after.t)
        // The dependent's own dependents: its preposition, conjunction, determiner.
        f.add(side + 29, D.t, Dl.w); f.add(side + 30, H.t, D.t, Dl.w); f.add(side + 31, H.w, D.t, Dl.w)
        f.add(side + 32, D.w, Dl.w); f.add(side + 33, H.t, D.t, Dl.t); f.add(side + 34, H.t, D.t, Dr.t)
        f.add(side + 35, D.t, Dr.w); f.add(side + 36, D.t, Dlr, Drr); f.add(side + 37, D.wt, Dlr)
        f.add(side + 38, D.t, Dn.leftSet); f.add(side + 39, H.t, D.t, Dn.leftSet); f.add(side + 40, D.w, Dn.leftSet)
        f.add(side + 41, D.t, Dn.rightSet); f.add(side + 42, H.t, D.t, Dn.rightSet)
        f.add(side + 43, H.w, D.t, Dn.leftSet); f.add(side + 44, H.t, D.t, Dn.leftSet, breaks)
        // What the head has already.
        f.add(side + 45, H.t, Hn.leftSet); f.add(side + 46, H.t, D.t, Hn.leftSet); f.add(side + 47, H.w, D.t, Hn.leftSet)
        f.add(side + 48, H.t, D.t, Hn.rightSet); f.add(side + 49, H.w, D.t, Hn.rightSet)
        f.add(side + 50, H.t, D.w, Hn.leftSet); f.add(side + 51, H.t, D.w, Hn.rightSet)
        f.add(side + 52, H.t, D.t, Hl.w); f.add(side + 53, H.t, D.t, Hr.w); f.add(side + 54, H.t, D.t, Hlr, Hrr)
        f.add(side + 55, H.w, D.t, Hlr); f.add(side + 56, H.w, D.t, Hrr); f.add(side + 57, H.t, D.t, Hl.t, Hr.t)
        f.add(side + 58, H.t, D.t, isFirst); f.add(side + 59, H.t, D.t, S1.t); f.add(side + 60, H.w, D.t, breaks)
        f.add(side + 61, D.w, breaks, distance)
        f.add(side + 62)
    }
}
