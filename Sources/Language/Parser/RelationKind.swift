/// Relations that do the same kind of work, and so compete in the same places.
enum RelationKind: UInt8, CaseIterable {
    case subject, object, oblique, nominal, function, clausal, coordination, adverbial, loose

    init(_ relation: Relation) {
        self = switch relation {
        case .nsubj, .nsubjOuter, .nsubjPassive, .csubj, .csubjOuter, .csubjPassive, .expl, .dislocated: .subject
        case .obj, .iobj, .ccomp, .xcomp: .object
        case .obl, .oblAgent, .oblUnmarked, .nmod, .nmodDescription, .nmodUnmarked, .appos: .oblique
        case .det, .detPredeterminer, .amod, .nummod, .nmodPossessive, .compound, .compoundParticle, .flat, .fixed,
             .goeswith: .nominal
        case .aux, .auxPassive, .cop, .case, .mark: .function
        case .advcl, .advclRelative, .acl, .aclRelative, .parataxis: .clausal
        case .conj, .cc, .ccPreconjunction, .list, .orphan: .coordination
        case .advmod, .discourse: .adverbial
        case .punct, .vocative, .reparandum, .dep, .root: .loose
        }
    }

    /// The relations of this kind, as classes of the second model.
    var relations: [Int] { Self.relationsOfKind[Int(rawValue)] }

    private static let relationsOfKind: [[Int]] = allCases.map { kind in
        Relation.allCases.filter { RelationKind($0) == kind }.map { Int($0.rawValue) }
    }
}
