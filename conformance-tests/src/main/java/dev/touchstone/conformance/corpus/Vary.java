package dev.touchstone.conformance.corpus;

import dev.touchstone.vm.reader.DatumReader;
import dev.touchstone.vm.reader.Syntax;
import dev.touchstone.vm.source.DiagnosticException;
import dev.touchstone.vm.source.Source;
import dev.touchstone.vm.source.Span;
import dev.touchstone.vm.value.Symbol;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Replaces the symbol under {@code vary} by each of its values. */
public final class Vary {
  /**
   * A program that runs.
   *
   * @param bindings what replaced the symbol; empty for a case without {@code vary}
   * @param program the program
   */
  public record Variant(Map<String, String> bindings, Program program) {
    /** Copies the map. */
    public Variant {
      bindings = Map.copyOf(bindings);
    }

    /** For example {@code N=10000}; empty for a case without {@code vary}. */
    public String label() {
      return bindings.entrySet().stream()
          .map(binding -> binding.getKey() + "=" + binding.getValue())
          .collect(Collectors.joining(" "));
    }
  }

  private Vary() {}

  /** The programs that a case runs, at least one, in the order of the values. */
  public static List<Variant> variants(TestCase testCase) {
    List<Variant> variants = new ArrayList<>();
    testCase
        .vary()
        .forEach(
            (symbol, values) -> {
              for (String value : values) {
                variants.add(variant(testCase, Map.of(symbol, value)));
              }
            });
    return variants.isEmpty() ? List.of(variant(testCase, Map.of())) : variants;
  }

  /** The program that a case runs with these values, its own or others. */
  public static Variant variant(TestCase testCase, Map<String, String> bindings) {
    Program program = testCase.program();
    for (Map.Entry<String, String> binding : bindings.entrySet()) {
      program = replace(program, binding.getKey(), binding.getValue());
    }
    return new Variant(bindings, program);
  }

  /** A program in which a value stands for each occurrence of a symbol. */
  static Program replace(Program program, String symbol, String value) {
    return switch (program) {
      case Program.Scheme scheme -> {
        Map<String, String> files = new LinkedHashMap<>();
        scheme.files().forEach((path, text) -> files.put(path, replace(text, symbol, value)));
        yield new Program.Scheme(replace(scheme.main(), symbol, value), files);
      }
      case Program.Assembly assembly ->
          new Program.Assembly(
              Pattern.compile("(?<=^|[\\s()])" + Pattern.quote(symbol) + "(?=$|[\\s()])")
                  .matcher(assembly.text())
                  .replaceAll(Matcher.quoteReplacement(value)));
    };
  }

  /** A text in which a value stands for each occurrence of a symbol; other text is kept as is. */
  static String replace(String text, String symbol, String value) {
    List<Span> spans;
    try {
      spans = occurrences(DatumReader.readAll(Source.of("program", text)), symbol);
    } catch (DiagnosticException e) {
      return text; // a text that is not Scheme, or is expected to be unreadable
    }
    StringBuilder result = new StringBuilder();
    int from = 0;
    for (Span span : spans) {
      result.append(text, from, span.start()).append(value);
      from = span.end();
    }
    return result.append(text, from, text.length()).toString();
  }

  /** Where a symbol stands in some syntax, in order. */
  static List<Span> occurrences(List<Syntax> forms, String symbol) {
    List<Span> spans = new ArrayList<>();
    Deque<Syntax> todo = new ArrayDeque<>(forms);
    while (!todo.isEmpty()) {
      switch (todo.removeLast()) {
        case Syntax.Atom(Symbol found, Span span) when found.name().equals(symbol) ->
            spans.add(span);
        case Syntax.Atom other -> {}
        case Syntax.ListForm list -> {
          todo.addAll(list.items());
          Optional.ofNullable(list.tail()).ifPresent(todo::add);
        }
        case Syntax.VectorForm vector -> todo.addAll(vector.items());
        case Syntax.Labelled labelled -> todo.add(labelled.datum());
        case Syntax.LabelReference reference -> {}
      }
    }
    spans.sort(Comparator.comparingInt(Span::start));
    return spans;
  }
}
