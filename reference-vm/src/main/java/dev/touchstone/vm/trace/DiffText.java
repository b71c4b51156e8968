package dev.touchstone.vm.trace;

import dev.touchstone.vm.bytecode.Opcode;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Says what a comparison of traces has found.
 *
 * @param clauseText the text of a clause, or an empty one
 * @param sourceLine the line of the program at {@code line:column}, or an empty one
 */
public record DiffText(UnaryOperator<String> clauseText, UnaryOperator<String> sourceLine) {
  /** Several lines, each with its end. */
  public String of(Level level, TraceDiff.Result result) {
    return switch (result) {
      case TraceDiff.Result.Same(long count, int variants) ->
          "The traces are the same: " + records(count) + variants(variants) + ".\n";
      case TraceDiff.Result.Incomparable(String why) ->
          "The traces cannot be compared: " + why + ".\n";
      case TraceDiff.Result.Within(long from, long to) ->
          """
          The traces part between the records %d and %d, which are not all kept in both.
          Trace both runs once more with --from %d --to %d, and compare these traces.
          """
              .formatted(from, to, from, to);
      case TraceDiff.Result.At at -> at(level, at);
    };
  }

  private static String records(long count) {
    return count + (count == 1 ? " record" : " records");
  }

  private static String variants(int variants) {
    return variants == 0 ? "" : ", with " + variants + " variants that are allowed (TRACE-19)";
  }

  private String at(Level level, TraceDiff.Result.At at) {
    Suspect suspect = Suspect.of(level, at);
    StringBuilder text = new StringBuilder();
    text.append("The traces part at record ").append(at.number()).append(".\n\n");
    at.before().forEach(record -> text.append("    ").append(line(record)).append('\n'));
    side(text, "  A ", at.a(), at.afterA());
    side(text, "  B ", at.b(), at.afterB());
    text.append("\nSuspect: ").append(suspect.what()).append('\n');
    suspect.row().ifPresent(row -> text.append("  ").append(row(row)).append('\n'));
    if (!suspect.at().isEmpty()) {
      String source = sourceLine.apply(suspect.at());
      text.append("  at ").append(suspect.at());
      text.append(source.isBlank() ? "" : ": " + source.strip()).append('\n');
    }
    suspect.clauses().forEach(clause -> text.append("  ").append(clause(clause)).append('\n'));
    return text.toString();
  }

  private static void side(
      StringBuilder text, String name, Optional<TraceRecord> record, List<TraceRecord> after) {
    text.append(name).append(record.map(DiffText::line).orElse("the trace has ended")).append('\n');
    after.forEach(next -> text.append("      ").append(line(next)).append('\n'));
  }

  private static String line(TraceRecord record) {
    String at = record.at().isEmpty() ? "" : "   at " + record.at();
    return "%6d  %s%s".formatted(record.number(), record.text(), at);
  }

  private static String row(Opcode row) {
    String operands =
        row.operands().stream()
            .map(operand -> " " + operand.name().toLowerCase(java.util.Locale.ROOT))
            .collect(Collectors.joining());
    return row.mnemonic() + operands + "   ( " + row.picture() + " )   " + row.sentence();
  }

  private String clause(String id) {
    String text = clauseText.apply(id).replaceAll("\\s+", " ").strip();
    return text.isEmpty() ? id : id + ": " + text;
  }
}
