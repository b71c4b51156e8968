package dev.touchstone.conformance.verdict;

import dev.touchstone.conformance.corpus.Aspect;
import dev.touchstone.conformance.corpus.Expectation;
import dev.touchstone.vm.source.ErrorClass;
import dev.touchstone.vm.source.Phase;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What a case expects, one line or block for each aspect, to lay beside {@link ActualText}. */
final class ExpectedText {
  private ExpectedText() {}

  static String of(Expectation expectation) {
    return switch (expectation) {
      case Expectation.All(List<Aspect> aspects) ->
          aspects.stream().map(ExpectedText::of).collect(Collectors.joining("\n"));
      case Expectation.OneOf(List<Expectation> options) -> oneOf(options);
      case Expectation.By by -> "by " + by.capability();
      case Expectation.Unsupported u -> "unsupported";
      case Expectation.Observe o -> "";
    };
  }

  private static String oneOf(List<Expectation> options) {
    StringBuilder text = new StringBuilder("one of:");
    for (int i = 0; i < options.size(); i++) {
      text.append("\n")
          .append(i + 1)
          .append(".\n")
          .append(of(options.get(i)).indent(2).stripTrailing());
    }
    return text.toString();
  }

  static String of(Aspect aspect) {
    return switch (aspect) {
      case Aspect.ValueIs(String datum) -> "value: " + datum;
      case Aspect.ValuesAre(List<String> data) -> valuesLine(data);
      case Aspect.Near(String datum, long ulps) -> "value: " + datum + " within " + ulps + " ulps";
      case Aspect.OpaqueIs(Aspect.OpaqueKind type) -> "value: #<" + type.id() + ">";
      case Aspect.UnspecifiedValue u -> "completion: yes";
      case Aspect.OutputIs(String text) -> TextBlock.of("output", text);
      case Aspect.OutputLines(List<String> lines) -> TextBlock.ofLines("output", lines);
      case Aspect.ErrorIs error -> error(error);
      case Aspect.ExitIs(int code) -> "exit: " + code;
      case Aspect.ExhaustedIs(String limit) -> "exhausted: " + limit;
      case Aspect.Space space -> space(space);
      case Aspect.Events(String mode, List<String> events) ->
          TextBlock.ofLines("events (" + mode + ")", events);
      case Aspect.Steps(List<String> lines) -> TextBlock.ofLines("steps", lines);
      case Aspect.Eventually(String datum) -> "eventually: " + datum;
    };
  }

  /** {@code value: x} for one, {@code values: x y} for any other number, {@code values: none}. */
  static String valuesLine(List<String> data) {
    return switch (data.size()) {
      case 0 -> "values: none";
      case 1 -> "value: " + data.getFirst();
      default -> "values: " + String.join(" ", data);
    };
  }

  private static String error(Aspect.ErrorIs error) {
    String classes =
        error.classes().stream().map(ErrorClass::id).sorted().collect(Collectors.joining(" or "));
    String phases =
        error.phases().stream().sorted().map(Phase::id).collect(Collectors.joining(" or "));
    return "error: " + classes + (phases.isEmpty() ? "" : " in " + phases);
  }

  private static String space(Aspect.Space space) {
    return space.growth().entrySet().stream()
        .map(e -> "space." + e.getKey() + ": " + e.getValue().name().toLowerCase(Locale.ROOT))
        .sorted()
        .collect(Collectors.joining("\n"));
  }
}
