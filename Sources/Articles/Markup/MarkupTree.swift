import CLibXML2

/// An HTML or XML document as a tree, read by libxml2.
///
/// Nothing is ever fetched: no external entity, no DTD, no style sheet. Entities that a document declares for itself are left
/// out, so that they cannot grow. What is not well-formed is read as far as it goes.
final class MarkupTree {
    private let document: xmlDocPtr

    /// Reads XML; nil where nothing of it can be read.
    static func xml(_ bytes: [UInt8]) -> MarkupTree? {
        // NOENT is absent on purpose: with it, declared entities would be put in.
        let options =
            XML_PARSE_RECOVER.rawValue | XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue
            | XML_PARSE_NOWARNING.rawValue | XML_PARSE_NOCDATA.rawValue | XML_PARSE_COMPACT.rawValue
        return read(bytes) { xmlReadMemory($0, $1, nil, nil, Int32(options)) }
    }

    /// Reads HTML in UTF-8.
    ///
    /// - Parameter encoding: Another encoding that the bytes are in, by a name that libxml2 knows.
    static func html(_ bytes: [UInt8], encoding: String = "UTF-8") -> MarkupTree? {
        let options =
            HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NONET.rawValue | HTML_PARSE_NOERROR.rawValue
            | HTML_PARSE_NOWARNING.rawValue | HTML_PARSE_IGNORE_ENC.rawValue | HTML_PARSE_COMPACT.rawValue
        return read(bytes) { htmlReadMemory($0, $1, nil, encoding, Int32(options)) }
    }

    private static func read(_ bytes: [UInt8], _ parse: (UnsafePointer<CChar>?, Int32) -> xmlDocPtr?) -> MarkupTree? {
        // Once for all threads.
        _ = isReady
        guard bytes.count < Int(Int32.max) else { return nil }
        // Some errors are written to standard error whatever the options say. The handler is the thread's own.
        xmlSetStructuredErrorFunc(nil) { _, _ in }
        let document = bytes.withUnsafeBytes { parse($0.bindMemory(to: CChar.self).baseAddress, Int32($0.count)) }
        return document.map(MarkupTree.init)
    }

    private static let isReady: Bool = {
        xmlInitParser()
        return true
    }()

    private init(_ document: xmlDocPtr) {
        self.document = document
    }

    deinit {
        xmlFreeDoc(document)
    }

    /// The outermost element.
    var root: MarkupNode? {
        xmlDocGetRootElement(document).map { MarkupNode(tree: self, pointer: $0) }
    }
}

/// An element of a `MarkupTree`, which it keeps alive.
struct MarkupNode {
    fileprivate let tree: MarkupTree
    fileprivate let pointer: xmlNodePtr

    /// Tells elements of one tree apart.
    var id: UInt { UInt(bitPattern: pointer) }

    /// The element's name without its namespace's prefix.
    var name: String { pointer.pointee.name.map(Self.string) ?? "" }

    var parent: MarkupNode? {
        guard let parent = pointer.pointee.parent, parent.pointee.type == XML_ELEMENT_NODE else { return nil }
        return MarkupNode(tree: tree, pointer: parent)
    }

    /// The value of an attribute, by its name without prefix.
    subscript(attribute: String) -> String? {
        var next = pointer.pointee.properties
        while let property = next {
            if let name = property.pointee.name, Self.string(name) == attribute {
                // By hand, since libxml2 would put in the entities that the document declares.
                var value = ""
                var part = property.pointee.children
                while let node = part {
                    value += Self.content(of: node)
                    part = node.pointee.next
                }
                return value
            }
            next = property.pointee.next
        }
        return nil
    }

    /// The child elements.
    var children: [MarkupNode] {
        var children: [MarkupNode] = []
        var next = pointer.pointee.children
        while let node = next {
            if node.pointee.type == XML_ELEMENT_NODE { children.append(MarkupNode(tree: tree, pointer: node)) }
            next = node.pointee.next
        }
        return children
    }

    func children(_ name: String) -> [MarkupNode] { children.filter { $0.name == name } }
    func child(_ name: String) -> MarkupNode? { children.first { $0.name == name } }

    /// The elements of this name below this one, in the order of the document.
    func descendants(_ names: String...) -> [MarkupNode] {
        var found: [MarkupNode] = []
        walk { step in
            if case .enter(let node) = step, names.contains(node.name) { found.append(node) }
            return true
        }
        return found
    }

    func descendant(_ name: String) -> MarkupNode? {
        var found: MarkupNode?
        walk { step in
            if case .enter(let node) = step, found == nil, node.name == name { found = node }
            return found == nil
        }
        return found
    }

    /// All text below, white space as it is.
    var text: String {
        var text = ""
        walk { step in
            if case .text(let part) = step { text += part }
            return true
        }
        return text
    }

    /// The text below with single spaces; nil for none.
    var line: String? {
        let line = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return line.isEmpty ? nil : line
    }

    enum Step {
        case enter(MarkupNode)
        case text(String)
        case leave(MarkupNode)
    }

    /// Goes through all that is below this element, itself left out. There is no recursion: trees may be of any depth.
    ///
    /// - Parameter visit: False after `enter` leaves out what is below that element.
    func walk(_ visit: (Step) -> Bool) {
        var next = pointer.pointee.children
        while let node = next {
            var goesDown = false
            if node.pointee.type == XML_ELEMENT_NODE {
                goesDown = visit(.enter(MarkupNode(tree: tree, pointer: node)))
            } else {
                let text = Self.content(of: node)
                if !text.isEmpty { _ = visit(.text(text)) }
            }
            if goesDown, let child = node.pointee.children {
                next = child
                continue
            }
            var current: xmlNodePtr = node
            if node.pointee.type == XML_ELEMENT_NODE { _ = visit(.leave(MarkupNode(tree: tree, pointer: node))) }
            next = nil
            while true {
                if let sibling = current.pointee.next {
                    next = sibling
                    break
                }
                guard let parent = current.pointee.parent, parent != pointer else { break }
                _ = visit(.leave(MarkupNode(tree: tree, pointer: parent)))
                current = parent
            }
        }
    }

    /// The text of a text node; of an entity, what HTML means by its name.
    private static func content(of node: xmlNodePtr) -> String {
        switch node.pointee.type {
        case XML_TEXT_NODE, XML_CDATA_SECTION_NODE: return node.pointee.content.map { string($0) } ?? ""
        case XML_ENTITY_REF_NODE:
            guard let entity = htmlEntityLookup(node.pointee.name), let scalar = Unicode.Scalar(entity.pointee.value)
            else {
                return ""
            }
            return String(Character(scalar))
        default: return ""
        }
    }

    private static func string(_ bytes: UnsafePointer<xmlChar>) -> String { String(cString: bytes) }
}
