import Testing

@testable import Language

@Suite struct LearnerLinearModelTests {
    /// Numbers under a hundred: whether they are even, and whether they are small.
    func trained() -> PerceptronTrainer {
        let trainer = PerceptronTrainer(classes: ["even small", "odd small", "even large", "odd large"])
        var features = FeatureBuffer(capacity: 8)
        var scores = Scores(count: 4)
        for step in 0..<2000 {
            let number = step * 37 % 100
            fill(&features, number)
            trainer.score(features, into: &scores)
            trainer.update(features, truth: truth(number), guess: scores.best)
        }
        return trainer
    }

    func fill(_ features: inout FeatureBuffer, _ number: Int) {
        features.removeAll()
        features.add(0)
        features.add(1, UInt64(number % 2))
        features.add(2, UInt64(number / 50))
        features.add(3, UInt64(number % 2), UInt64(number / 50))
    }

    func truth(_ number: Int) -> Int { number % 2 + number / 50 * 2 }

    @Test func frozenModelKnowsWhatWasLearnt() throws {
        let model = try LinearModel(
            trained().freeze(templates: "parity, size"), name: "test", templates: "parity, size")
        #expect(model.classes == ["even small", "odd small", "even large", "odd large"])
        var features = FeatureBuffer(capacity: 8)
        var scores = Scores(count: 4)
        for number in 0..<100 {
            fill(&features, number)
            model.score(features, into: &scores)
            #expect(scores.best == truth(number))
        }
    }

    @Test func sameTrainingSameBytes() {
        #expect(trained().freeze(templates: "t") == trained().freeze(templates: "t"))
    }

    @Test func averageIsOverAllSteps() throws {
        // One mistake in the first of four steps: weight 1 from then on, so its average is 3/4 at the end of step 4.
        let trainer = PerceptronTrainer(classes: ["a", "b"])
        var features = FeatureBuffer(capacity: 1)
        features.add(0, 7)
        trainer.update(features, truth: 1, guess: 0)
        for _ in 0..<3 { trainer.update(features, truth: 1, guess: 1) }
        let model = try LinearModel(
            trainer.freeze(templates: "t", minimumUpdates: 1, unit: 1.0 / 64), name: "test", templates: "t")
        var scores = Scores(count: 2)
        model.score(features, into: &scores)
        #expect(scores[0] == -48)
        #expect(scores[1] == 48)
    }

    @Test func thousandsOfRowsAreFoundAgain() throws {
        // More rows than fit into most buckets, so that some go on in the next.
        let trainer = PerceptronTrainer(classes: ["even", "odd"])
        var features = FeatureBuffer(capacity: 1)
        for number in 0..<5000 {
            features.removeAll()
            features.add(0, UInt64(number))
            trainer.update(features, truth: number % 2, guess: 1 - number % 2)
        }
        for number in 0..<5000 {
            features.removeAll()
            features.add(0, UInt64(number))
            trainer.update(features, truth: 0, guess: 0)
        }
        let model = try LinearModel(
            trainer.freeze(templates: "t", minimumUpdates: 1, minimumWeight: 0), name: "test", templates: "t")
        var scores = Scores(count: 2)
        var right = 0
        for number in 0..<5000 {
            features.removeAll()
            features.add(0, UInt64(number))
            model.score(features, into: &scores)
            if scores[number % 2] > scores[1 - number % 2] { right += 1 }
        }
        #expect(model.featureCount == 5000)
        #expect(right == 5000)
    }

    @Test func unknownFeaturesScoreNothing() throws {
        let model = try LinearModel(trained().freeze(templates: "t"), name: "test", templates: "t")
        var features = FeatureBuffer(capacity: 100)
        for value in 0..<100 { features.add(9, UInt64(value), 17) }
        var scores = Scores(count: 4)
        model.score(features, into: &scores)
        #expect((0..<4).allSatisfy { scores[$0] == 0 })
    }

    @Test func emptyModelIsReadable() throws {
        let model = try LinearModel(
            PerceptronTrainer(classes: ["a"]).freeze(templates: "t"), name: "test", templates: "t")
        #expect(model.featureCount == 0)
    }

    @Test func otherTemplatesAreRefused() {
        let file = trained().freeze(templates: "parity, size")
        #expect(throws: ModelError(model: "test", reason: .templates)) {
            try LinearModel(file, name: "test", templates: "parity, size, colour")
        }
    }

    @Test func otherVersionAndMagicAreRefused() {
        var file = trained().freeze(templates: "t")
        file[4] = 9
        #expect(throws: ModelError(model: "test", reason: .version(9))) {
            try LinearModel(file, name: "test", templates: "t")
        }
        file[0] = 0
        #expect(throws: ModelError(model: "test", reason: .damaged)) {
            try LinearModel(file, name: "test", templates: "t")
        }
    }

    @Test func cutShortIsRefused() {
        let file = trained().freeze(templates: "t")
        for count in [0, 10, 63, 64, file.count - 1] {
            #expect(throws: ModelError(model: "test", reason: .damaged)) {
                try LinearModel(Array(file.prefix(count)), name: "test", templates: "t")
            }
        }
    }

    @Test func errorNamesTheCommand() {
        let error = ModelError(model: "weights/language.network", reason: .templates)
        #expect(
            error.description == """
                weights/language.network was trained for other feature templates; \
                train it again: hearsay-train network ../shared/data Sources/CResources/weights
                """)
    }

    @Test func valuesAndTheirOrderTellFeaturesApart() {
        var features = FeatureBuffer(capacity: 2000)
        for a in 0..<20 { for b in 0..<20 { features.add(0, UInt64(a), UInt64(b)) } }
        for a in 0..<20 { for b in 0..<20 { features.add(1, UInt64(a), UInt64(b)) } }
        for a in 0..<20 { features.add(0, UInt64(a)) }
        let hashes = (0..<features.count).map { features.hashes[$0] }
        #expect(Set(hashes).count == 820)
    }
}
