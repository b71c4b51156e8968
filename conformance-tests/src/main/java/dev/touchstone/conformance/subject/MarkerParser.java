package dev.touchstone.conformance.subject;

import dev.touchstone.conformance.subject.process.Bytes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What the markers on a standard output say.
 *
 * @param started whether the start marker came
 * @param output what the program wrote: from the start marker to the value or the end, or whatever
 *     came after the start marker where neither did; decoded leniently
 * @param outputBytes how many bytes that is
 * @param values the written values; empty if no value was written to its end
 * @param ended whether the end marker came
 */
record MarkerParser(
    boolean started, String output, int outputBytes, Optional<List<String>> values, boolean ended) {
  static MarkerParser parse(byte[] bytes, String nonce) {
    byte[] start = Bytes.utf8(nonce + "S");
    int from = Bytes.indexOf(bytes, start, 0);
    if (from < 0) {
      return new MarkerParser(false, Bytes.lenient(bytes), bytes.length, Optional.empty(), false);
    }
    int output = from + start.length;
    int value = Bytes.indexOf(bytes, Bytes.utf8(nonce + "V"), output);
    int end = Bytes.indexOf(bytes, Bytes.utf8(nonce + "E"), Math.max(output, value));
    int outputEnd = value >= 0 ? value : end >= 0 ? end : bytes.length;
    Optional<List<String>> values =
        value >= 0 && end >= 0
            ? Optional.of(values(bytes, value + start.length, end, nonce))
            : Optional.empty();
    byte[] written = Arrays.copyOfRange(bytes, output, outputEnd);
    return new MarkerParser(true, Bytes.lenient(written), written.length, values, end >= 0);
  }

  private static List<String> values(byte[] bytes, int from, int to, String nonce) {
    byte[] separator = Bytes.utf8(nonce + ",");
    List<String> values = new ArrayList<>();
    int at = from;
    int next = Bytes.indexOf(bytes, separator, at);
    while (next >= 0 && next < to) {
      values.add(Bytes.lenient(Arrays.copyOfRange(bytes, at, next)));
      at = next + separator.length;
      next = Bytes.indexOf(bytes, separator, at);
    }
    return values;
  }
}
