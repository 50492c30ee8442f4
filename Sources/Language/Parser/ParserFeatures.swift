/// The features of a configuration, from which the next step is chosen; after Zhang & Nivre (2011), with S1 for the
/// arc-hybrid system.
///
/// Change a template and the weights must be trained again: count its version up.
enum ParserFeatures {
    static let templates = "arc-hybrid 2: S0-S2 N0-N2, dependents, pairs, triples, distance, valency, relation sets, commas"

    /// Room for the features of one configuration.
    static let capacity = 192

    /// `atoms` has one for each token, then `outside`.
    static func extract(_ state: borrowing ParserState, _ atoms: [ParserAtom], into f: inout FeatureBuffer) {
        state.nodes.withUnsafeBufferPointer { nodes in
            atoms.withUnsafeBufferPointer { atoms in
                extract(state, nodes, atoms, &f)
            }
        }
    }

    @inline(__always)
    private static func extract(
        _ state: borrowing ParserState, _ nodes: UnsafeBufferPointer<ParserState.Node>,
        _ atoms: UnsafeBufferPointer<ParserAtom>, _ f: inout FeatureBuffer
    ) {
        let (s0, s1, s2) = (state.stacked(0), state.stacked(1), state.stacked(2))
        let (n0, n1, n2) = (state.buffered(0), state.buffered(1), state.buffered(2))
        let (S0, S1, S2) = (atoms[s0], atoms[s1], atoms[s2])
        let (N0, N1, N2) = (atoms[n0], atoms[n1], atoms[n2])
        let (S0n, S1n, N0n) = (nodes[s0], nodes[s1], nodes[n0])
        let (S0l, S0r, S1l) = (atoms[Int(S0n.left)], atoms[Int(S0n.right)], atoms[Int(S1n.left)])
        let (S1r, N0l) = (atoms[Int(S1n.right)], atoms[Int(N0n.left)])
        let (S0l2, S0r2) = (atoms[Int(S0n.left2)], atoms[Int(S0n.right2)])
        let (S1r2, N0l2) = (atoms[Int(S1n.right2)], atoms[Int(N0n.left2)])
        func relation(_ token: Int32) -> UInt64 { UInt64(nodes[Int(token)].relation) }
        let (S0lr, S0rr, S1rr) = (relation(S0n.left), relation(S0n.right), relation(S1n.right))
        let (S1lr, N0lr) = (relation(S1n.left), relation(N0n.left))
        let end = state.count
        let near = s0 == end || n0 == end ? 15 : distance(s0, n0)
        let far = s1 == end || s0 == end ? 15 : distance(s1, s0)
        let (S0vl, S0vr) = (UInt64(min(S0n.leftCount, 4)), UInt64(min(S0n.rightCount, 4)))
        let (S1vr, N0vl) = (UInt64(min(S1n.rightCount, 4)), UInt64(min(N0n.leftCount, 4)))
        let S1vl = UInt64(min(S1n.leftCount, 4))

        f.removeAll()
        // Single tokens.
        f.add(0, S0.w); f.add(1, S0.t); f.add(2, S0.wt)
        f.add(3, S1.w); f.add(4, S1.t); f.add(5, S1.wt)
        f.add(6, N0.w); f.add(7, N0.t); f.add(8, N0.wt)
        f.add(9, N1.w); f.add(10, N1.t); f.add(11, N1.wt)
        f.add(12, N2.w); f.add(13, N2.t)
        f.add(14, S2.w); f.add(15, S2.t)
        // Pairs.
        f.add(16, S0.wt, N0.wt); f.add(17, S0.wt, N0.w); f.add(18, S0.w, N0.wt); f.add(19, S0.wt, N0.t)
        f.add(20, S0.t, N0.wt); f.add(21, S0.w, N0.w); f.add(22, S0.t, N0.t)
        f.add(23, S1.wt, S0.wt); f.add(24, S1.wt, S0.t); f.add(25, S1.t, S0.wt)
        f.add(26, S1.w, S0.w); f.add(27, S1.t, S0.t)
        f.add(28, S1.t, N0.t); f.add(29, S1.w, N0.w); f.add(30, S1.wt, N0.t); f.add(31, S1.t, N0.wt)
        f.add(32, N0.t, N1.t); f.add(33, N0.wt, N1.t); f.add(34, N0.t, N1.wt); f.add(35, S0.wt, N1.t)
        f.add(36, N0.w, N1.w)
        // Triples.
        f.add(37, N0.t, N1.t, N2.t); f.add(38, S0.t, N0.t, N1.t); f.add(39, S1.t, S0.t, N0.t)
        f.add(40, S2.t, S1.t, S0.t); f.add(41, S1.wt, S0.t, N0.t); f.add(42, S1.t, S0.wt, N0.t)
        f.add(43, S1.t, S0.t, N0.wt); f.add(44, S0.wt, N0.t, N1.t); f.add(45, S0.t, N0.wt, N1.t)
        f.add(46, S1.t, S0.t, N0.t, N1.t)
        // Dependents: of S0, S1 and N0.
        f.add(47, S0l.w); f.add(48, S0l.t); f.add(49, S0lr)
        f.add(50, S0r.w); f.add(51, S0r.t); f.add(52, S0rr)
        f.add(53, N0l.w); f.add(54, N0l.t); f.add(55, N0lr)
        f.add(56, S1r.w); f.add(57, S1r.t); f.add(58, S1rr)
        f.add(59, S1l.w); f.add(60, S1l.t); f.add(61, S1lr)
        f.add(62, S0l2.t, S0.t); f.add(63, S0r2.t, S0.t); f.add(64, N0l2.t, N0.t); f.add(65, S1r2.t, S1.t)
        f.add(66, S0.t, S0l.t, N0.t); f.add(67, S0.t, S0r.t, N0.t); f.add(68, S0.t, N0.t, N0l.t)
        f.add(69, S1.t, S1l.t, S0.t); f.add(70, S1.t, S1r.t, S0.t); f.add(71, S1.t, S0.t, S0l.t)
        f.add(72, S1.t, S0.t, S0r.t); f.add(73, S0.t, S0l.t, S0l2.t); f.add(74, S0.t, S0r.t, S0r2.t)
        f.add(75, N0.t, N0l.t, N0l2.t); f.add(76, S1.t, S1r.t, S1r2.t)
        // What marks a phrase: the preposition or conjunction at its left.
        f.add(77, S1.w, S0l.w, S0.t); f.add(78, S0.w, N0l.w, N0.t); f.add(79, S1.w, N0l.w, N0.t)
        f.add(80, S1.t, S0l.w, S0.w); f.add(81, S0.t, N0l.w, N0.w); f.add(82, S1.t, S0.t, N0l.w, N0.t)
        f.add(83, S1.w, S0l.w); f.add(84, S0.w, N0l.w); f.add(85, S1.t, S0l.w, N0.t)
        f.add(86, S1.w, S0.w, S0l.w); f.add(87, S0.w, N0.w, N0l.w)
        // Distance.
        f.add(88, S0.w, near); f.add(89, S0.t, near); f.add(90, N0.w, near); f.add(91, N0.t, near)
        f.add(92, S0.t, N0.t, near); f.add(93, S0.w, N0.w, near)
        f.add(94, S1.t, S0.t, far); f.add(95, S1.w, far); f.add(96, S1.wt, S0.t, far)
        // Valency and the relations there are.
        f.add(97, S0.w, S0vl); f.add(98, S0.t, S0vl); f.add(99, S0.w, S0vr); f.add(100, S0.t, S0vr)
        f.add(101, S1.w, S1vr); f.add(102, S1.t, S1vr); f.add(103, N0.w, N0vl); f.add(104, N0.t, N0vl)
        f.add(105, S1.t, S1vl)
        f.add(106, S0.w, S0n.leftSet); f.add(107, S0.t, S0n.leftSet); f.add(108, S0.w, S0n.rightSet)
        f.add(109, S0.t, S0n.rightSet); f.add(110, N0.w, N0n.leftSet); f.add(111, N0.t, N0n.leftSet)
        f.add(112, S1.w, S1n.rightSet); f.add(113, S1.t, S1n.rightSet); f.add(114, S1.t, S1n.leftSet)
        f.add(115, S0.t, S0n.leftSet, N0.t); f.add(116, S1.t, S0.t, S1n.rightSet)
        f.add(117, S1.t, S0.t, S0n.leftSet); f.add(118, S0.t, N0.t, N0n.leftSet)
        f.add(119, S1.t, S0.wt, S0n.leftSet); f.add(120, S1.wt, S0.t, S1n.leftSet)
        // Where in the sentence this is.
        f.add(121, S1.t, S2.t, s2 == end ? 1 : 0); f.add(122, n0 == end ? 1 : 0, S1.t, S0.t)
        // Commas, brackets and quotes between.
        let nearBreaks = near == 15 ? 15 : UInt64(min(N0.breaksBefore &- S0.breaksBefore, 3))
        let farBreaks = far == 15 ? 15 : UInt64(min(S0.breaksBefore &- S1.breaksBefore, 3))
        f.add(123, S0.t, N0.t, nearBreaks); f.add(124, S1.t, S0.t, farBreaks); f.add(125, nearBreaks, farBreaks, N0.t)
        f.add(126, S1.t, S0.t, farBreaks, S0n.leftSet); f.add(127, S0.wt, N0.t, nearBreaks)
        f.add(128)
    }

    /// How far apart, in steps that grow: 1, 2, 3, 4, 5-6, 7-10, more.
    @inline(__always)
    static func distance(_ first: Int, _ second: Int) -> UInt64 {
        switch second - first {
        case ...4: UInt64(second - first)
        case 5...6: 5
        case 7...10: 6
        default: 7
        }
    }
}
