/// Why XML could not be written: libxml2 had no memory left.
package struct XMLWriteError: Error, Sendable, Hashable {}
