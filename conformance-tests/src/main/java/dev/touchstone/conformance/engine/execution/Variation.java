package dev.touchstone.conformance.engine.execution;

import dev.touchstone.conformance.corpus.Program;
import dev.touchstone.conformance.corpus.TestCase;
import dev.touchstone.vm.reader.DatumReader;
import dev.touchstone.vm.reader.Syntax;
import dev.touchstone.vm.source.Source;
import dev.touchstone.vm.source.Span;
import dev.touchstone.vm.value.Symbol;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The values of {@code vary} and the programs that they make. */
final class Variation {
  private Variation() {}

  /** One map for each run, in the file's order; one empty map where nothing varies. */
  static List<Map<String, String>> bindings(TestCase testCase) {
    if (testCase.vary().isEmpty()) {
      return List.of(Map.of());
    }
    return testCase.vary().entrySet().stream()
        .flatMap(entry -> entry.getValue().stream().map(text -> Map.of(entry.getKey(), text)))
        .toList();
  }

  /** The program in which every bound symbol is replaced by its text. */
  static Program apply(Program program, Map<String, String> bindings) {
    if (bindings.isEmpty()) {
      return program;
    }
    return switch (program) {
      case Program.Scheme(String main, Map<String, String> files) ->
          new Program.Scheme(
              inScheme(main, bindings),
              files.entrySet().stream()
                  .collect(
                      Collectors.toMap(
                          Map.Entry::getKey, file -> inScheme(file.getValue(), bindings))));
      case Program.Assembly(String text) -> new Program.Assembly(inAssembly(text, bindings));
    };
  }

  private static String inScheme(String text, Map<String, String> bindings) {
    List<Span> spans = new ArrayList<>();
    Deque<Syntax> todo = new ArrayDeque<>(DatumReader.readAll(Source.of("<program>", text)));
    while (!todo.isEmpty()) {
      switch (todo.pop()) {
        case Syntax.Atom(Symbol symbol, Span span) -> {
          if (bindings.containsKey(symbol.name())) {
            spans.add(span);
          }
        }
        case Syntax.Atom _, Syntax.LabelReference _ -> {}
        case Syntax.ListForm list -> {
          todo.addAll(list.items());
          if (list.tail() != null) {
            todo.add(list.tail());
          }
        }
        case Syntax.VectorForm vector -> todo.addAll(vector.items());
        case Syntax.Labelled labelled -> todo.add(labelled.datum());
      }
    }
    spans.sort(Comparator.comparingInt(Span::start).reversed());
    StringBuilder out = new StringBuilder(text);
    for (Span span : spans) {
      out.replace(span.start(), span.end(), bindings.getOrDefault(span.text(), span.text()));
    }
    return out.toString();
  }

  private static String inAssembly(String text, Map<String, String> bindings) {
    String result = text;
    for (Map.Entry<String, String> binding : bindings.entrySet()) {
      result =
          result.replaceAll(
              "(?<![^\\s(),])" + Pattern.quote(binding.getKey()) + "(?![^\\s(),])",
              Matcher.quoteReplacement(binding.getValue()));
    }
    return result;
  }
}
