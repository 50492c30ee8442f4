import Synchronization

/// Does the same to many values on all cores.
struct Workers: Sendable {
    /// Threads, this one included.
    var count = Workers.cores

    /// The processors that this process may run on.
    static let cores: Int = max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))))

    /// Results in the order of the values, whatever thread made which.
    func map<Value: Sendable, Result: Sendable>(_ values: [Value], _ body: @escaping @Sendable (Value) -> Result)
        -> [Result]
    {
        guard count > 1, values.count > 1 else { return values.map(body) }
        let work = Work(values: values, body: body)
        var threads: [pthread_t] = []
        for _ in 1..<min(count, values.count) {
            if let thread = Thread.startJoinable({ work.run() }) { threads.append(thread) }
        }
        work.run()
        for thread in threads { pthread_join(thread, nil) }
        return work.results.withLock { $0.compactMap(\.self) }
    }

    private final class Work<Value: Sendable, Result: Sendable>: Sendable {
        let values: [Value]
        let body: @Sendable (Value) -> Result
        let next = Atomic<Int>(0)
        let results: Mutex<[Result?]>

        init(values: [Value], body: @escaping @Sendable (Value) -> Result) {
            self.values = values
            self.body = body
            results = Mutex(Array(repeating: nil, count: values.count))
        }

        func run() {
            while true {
                let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
                guard index < values.count else { return }
                let result = body(values[index])
                results.withLock { $0[index] = result }
            }
        }
    }
}
