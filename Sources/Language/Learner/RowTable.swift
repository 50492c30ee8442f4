/// The trainer's weights: a hash table from feature to a row of cells, one a class that was ever touched.
struct RowTable: ~Copyable {
    struct Cell {
        /// Sum of the weight over all steps until `step`.
        var total: Double
        var weight: Int32
        var step: UInt32
        var label: UInt8
    }

    private struct Row {
        var hash: UInt64
        var cells: UnsafeMutablePointer<Cell>
        var count: UInt16
        var capacity: UInt16
        var updates: UInt32
    }

    /// Part of the hash beside the row's number spares a look at most rows.
    private struct Slot {
        var fingerprint: UInt32
        var row: UInt32

        static let empty = Slot(fingerprint: 0, row: RowTable.none)
    }

    static let none = UInt32.max

    private(set) var count = 0
    private var rows: UnsafeMutablePointer<Row>
    private var rowCapacity = 1 << 12
    private var slots: UnsafeMutablePointer<Slot>
    private var slotCount = 1 << 13

    init() {
        rows = .allocate(capacity: rowCapacity)
        slots = .allocate(capacity: slotCount)
        slots.initialize(repeating: .empty, count: slotCount)
    }

    deinit {
        for row in 0..<count { rows[row].cells.deallocate() }
        rows.deallocate()
        slots.deallocate()
    }

    /// The feature's row, or `none`.
    @inline(__always)
    func find(_ hash: UInt64) -> UInt32 {
        let fingerprint = UInt32(truncatingIfNeeded: hash)
        var slot = home(hash)
        while true {
            let entry = slots[slot]
            if entry.row == Self.none { return Self.none }
            if entry.fingerprint == fingerprint, rows[Int(entry.row)].hash == hash { return entry.row }
            slot = (slot + 1) & (slotCount - 1)
        }
    }

    /// Asks for the memory where the feature's row number is.
    @inline(__always)
    func touch(_ hash: UInt64) -> UInt32 { slots[home(hash)].row }

    @inline(__always)
    private func home(_ hash: UInt64) -> Int { Int(truncatingIfNeeded: hash >> 32) & (slotCount - 1) }

    func cells(_ row: Int) -> UnsafeMutableBufferPointer<Cell> {
        UnsafeMutableBufferPointer(start: rows[row].cells, count: Int(rows[row].count))
    }

    /// The feature's row where it has one, counted as touched once more.
    mutating func touched(_ hash: UInt64) -> Int? {
        let found = find(hash)
        guard found != Self.none else { return nil }
        rows[Int(found)].updates += 1
        return Int(found)
    }

    /// The feature's row, new where it has none.
    mutating func insert(_ hash: UInt64) -> Int {
        if let row = touched(hash) { return row }
        if count * 2 >= slotCount { growSlots() }
        if count == rowCapacity { growRows() }
        (rows + count).initialize(
            to: Row(hash: hash, cells: .allocate(capacity: 2), count: 0, capacity: 2, updates: 1))
        place(count)
        count += 1
        return count - 1
    }

    /// Changes one weight, after bringing its sum up to date.
    mutating func add(_ change: Int32, to label: UInt8, row: Int, step: Int) {
        let cells = rows[row].cells
        for index in 0..<Int(rows[row].count) where cells[index].label == label {
            cells[index].total += Double(cells[index].weight) * Double(step - Int(cells[index].step))
            cells[index].step = UInt32(step)
            cells[index].weight += change
            return
        }
        if rows[row].count == rows[row].capacity { growCells(row) }
        (rows[row].cells + Int(rows[row].count)).initialize(
            to: Cell(total: 0, weight: change, step: UInt32(step), label: label))
        rows[row].count += 1
    }

    /// Calls `body` with every row's hash, number of updates and cells.
    func forEachRow(_ body: (UInt64, Int, UnsafeMutableBufferPointer<Cell>) -> Void) {
        for row in 0..<count { body(rows[row].hash, Int(rows[row].updates), cells(row)) }
    }

    private mutating func place(_ row: Int) {
        var slot = home(rows[row].hash)
        while slots[slot].row != Self.none { slot = (slot + 1) & (slotCount - 1) }
        slots[slot] = Slot(fingerprint: UInt32(truncatingIfNeeded: rows[row].hash), row: UInt32(row))
    }

    private mutating func growSlots() {
        slots.deallocate()
        slotCount *= 2
        slots = .allocate(capacity: slotCount)
        slots.initialize(repeating: .empty, count: slotCount)
        for row in 0..<count { place(row) }
    }

    private mutating func growRows() {
        let larger = UnsafeMutablePointer<Row>.allocate(capacity: rowCapacity * 2)
        larger.moveInitialize(from: rows, count: count)
        rows.deallocate()
        rows = larger
        rowCapacity *= 2
    }

    private mutating func growCells(_ row: Int) {
        let count = Int(rows[row].count)
        let larger = UnsafeMutablePointer<Cell>.allocate(capacity: count * 2)
        larger.moveInitialize(from: rows[row].cells, count: count)
        rows[row].cells.deallocate()
        rows[row].cells = larger
        rows[row].capacity = UInt16(count * 2)
    }
}
