import Synchronization
import Testing

@testable import Shell

@Suite struct ConveyorTests {
    @Test(arguments: [1, 2, 7]) func `results come in the order of the values, however many threads there are`(
        count: Int
    ) {
        let conveyor = Conveyor(Workers(count: count)) { (value: Int) in
            var sum = value
            for step in 0..<(value % 7) * 1000 { sum = (sum &* 31 &+ step) % 1_000_003 }
            return [value, sum]
        }
        var results: [Int] = []
        for value in 0..<500 {
            conveyor.put(value)
            while let result = conveyor.ready() { results.append(result[0]) }
            while conveyor.count > 20, let result = conveyor.next() { results.append(result[0]) }
        }
        while let result = conveyor.next() { results.append(result[0]) }
        #expect(results == Array(0..<500))
        #expect(conveyor.next() == nil && conveyor.ready() == nil && conveyor.count == 0)
    }

    @Test func `waiting for a long one can be stopped`() {
        let isStopped = Atomic<Bool>(false)
        let conveyor = Conveyor(Workers(count: 1)) { (value: Int) in
            while value == 2, !isStopped.load(ordering: .relaxed) { usleep(1000) }
            return value
        }
        for value in 1...3 { conveyor.put(value) }
        #expect(conveyor.next() == 1)
        var asked = 0
        let awaited = conveyor.next {
            asked += 1
            return asked > 2
        }
        #expect(awaited == nil && conveyor.count == 2)
        isStopped.store(true, ordering: .relaxed)
        #expect(conveyor.next() == 2 && conveyor.next() == 3)
    }

    @Test func `one who lets a conveyor go leaves no work behind`() {
        let done = Mutex(0)
        do {
            let conveyor = Conveyor(Workers(count: 3)) { (value: Int) in done.withLock { $0 += value } }
            for _ in 0..<10 { conveyor.put(1) }
            _ = conveyor.next()
        }
        #expect(done.withLock { $0 } <= 10)
    }
}
