package dev.touchstone.vm.value;

/**
 * A Scheme value. An abstract class, not an interface: the machine's stores into {@code Value[]}
 * are checked by one comparison of a class's depth.
 */
public abstract sealed class Value
    permits Num,
        Bool,
        Symbol,
        Char,
        Str,
        Pair,
        EmptyList,
        Vector,
        Bytevector,
        Unspecified,
        Eof,
        Condition,
        Box,
        Promise,
        RecordType,
        RecordInstance,
        Port,
        Opaque,
        Procedure {
  Value() {}
}
