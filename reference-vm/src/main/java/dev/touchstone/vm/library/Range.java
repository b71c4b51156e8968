package dev.touchstone.vm.library;

import dev.touchstone.vm.machine.Arguments;
import dev.touchstone.vm.value.Value;

/**
 * A part of a string or vector.
 *
 * @param start the index of its first element
 * @param end the index after its last element; at least {@code start}
 */
record Range(int start, int end) {
  /**
   * The range that the optional arguments {@code start} and {@code end} of a procedure give.
   *
   * @param at where {@code start} stands among the arguments, from 0
   * @param length the length of what it is a part of
   */
  static Range of(String procedure, Value[] arguments, int at, int length) {
    int end =
        arguments.length > at + 1
            ? Arguments.integer(procedure, at + 2, arguments[at + 1], 0, length)
            : length;
    int start =
        arguments.length > at ? Arguments.integer(procedure, at + 1, arguments[at], 0, end) : 0;
    return new Range(start, end);
  }

  int length() {
    return end - start;
  }
}
