package dev.touchstone.conformance.dialect;

import dev.touchstone.conformance.dialect.Shapes.Binding;
import dev.touchstone.vm.reader.Syntax;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Text of another Lisp with holes: {@code {x}} is filled with what a variable stands for, {@code {x
 * v ...}} once for each of what they stand for.
 */
final class TextTemplate {
  /** A part of a template. */
  private sealed interface Part {
    /** Text that stays. */
    record Fixed(String text) implements Part {}

    /** A variable. */
    record Variable(String name) implements Part {}

    /** What is repeated. */
    record Repeated(List<Part> parts) implements Part {}
  }

  private static final Pattern HOLE = Pattern.compile("\\{([^{}]*)\\}");
  private static final Pattern STRING = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"");
  private static final Pattern WORD = Pattern.compile("[^\\s()\\[\\]{}'`,\";]+");
  private static final Pattern REPEAT = Pattern.compile("(.*\\S)\\s+\\.\\.\\.\\s*");

  private final List<Part> parts;
  private final String text;

  private TextTemplate(String text, List<Part> parts) {
    this.text = text;
    this.parts = List.copyOf(parts);
  }

  /** Reads a template in which these names are variables. */
  static TextTemplate of(String text, Set<String> variables) {
    List<Part> parts = new ArrayList<>();
    Matcher hole = HOLE.matcher(text);
    int from = 0;
    while (hole.find()) {
      parts.add(new Part.Fixed(text.substring(from, hole.start())));
      Matcher repeat = REPEAT.matcher(hole.group(1));
      parts.add(
          repeat.matches()
              ? new Part.Repeated(words(repeat.group(1), variables))
              : new Part.Variable(hole.group(1).strip()));
      from = hole.end();
    }
    parts.add(new Part.Fixed(text.substring(from)));
    return new TextTemplate(text, parts);
  }

  private static List<Part> words(String text, Set<String> variables) {
    List<Part> parts = new ArrayList<>();
    Matcher word = WORD.matcher(text);
    int from = 0;
    while (word.find()) {
      if (variables.contains(word.group())) {
        parts.add(new Part.Fixed(text.substring(from, word.start())));
        parts.add(new Part.Variable(word.group()));
        from = word.end();
      }
    }
    parts.add(new Part.Fixed(text.substring(from)));
    return parts;
  }

  /** The variables that it uses, each with whether they stand in a repeated part. */
  Map<String, Boolean> variables() {
    Map<String, Boolean> used = new LinkedHashMap<>();
    for (Part part : parts) {
      switch (part) {
        case Part.Fixed fixed -> {}
        case Part.Variable(String name) -> used.put(name, false);
        case Part.Repeated(List<Part> inner) ->
            inner.forEach(
                p -> {
                  if (p instanceof Part.Variable(String name)) {
                    used.put(name, true);
                  }
                });
      }
    }
    return used;
  }

  /** The words of its fixed text. */
  Set<String> words() {
    return words(text);
  }

  /** The words of a text outside of holes and strings. */
  static Set<String> words(String text) {
    Set<String> words = new HashSet<>();
    String bare = STRING.matcher(HOLE.matcher(text).replaceAll(" ")).replaceAll(" ");
    Matcher word = WORD.matcher(bare);
    while (word.find()) {
      words.add(word.group());
    }
    return words;
  }

  /**
   * The pieces of the filled template, in order.
   *
   * @param gap the text between two parts of a program that follow one another
   */
  List<Piece> fill(Map<String, Binding> bindings, BiFunction<Syntax, Syntax, String> gap) {
    List<Piece> pieces = new ArrayList<>();
    for (Part part : parts) {
      switch (part) {
        case Part.Fixed(String fixed) -> pieces.add(new Piece.Text(fixed));
        case Part.Variable(String name) -> pieces.add(new Piece.Code(one(bindings, name)));
        case Part.Repeated(List<Part> inner) -> repeat(inner, bindings, gap, pieces);
      }
    }
    return pieces;
  }

  private static void repeat(
      List<Part> inner,
      Map<String, Binding> bindings,
      BiFunction<Syntax, Syntax, String> gap,
      List<Piece> pieces) {
    Set<String> names = new HashSet<>();
    inner.forEach(
        part -> {
          if (part instanceof Part.Variable(String name)) {
            names.add(name);
          }
        });
    List<Map<String, Binding>> all = Shapes.split(names, bindings);
    if (all.isEmpty() && pieces.getLast() instanceof Piece.Text(String before)) {
      pieces.removeLast();
      pieces.add(new Piece.Text(before.stripTrailing()));
    }
    Syntax last = null;
    for (Map<String, Binding> each : all) {
      for (int i = 0; i < inner.size(); i++) {
        switch (inner.get(i)) {
          case Part.Fixed(String fixed) -> pieces.add(new Piece.Text(fixed));
          case Part.Variable(String name) -> {
            Syntax next = one(each, name);
            if (last != null && i == 1 && inner.getFirst() instanceof Part.Fixed(String f)) {
              pieces.removeLast();
              pieces.add(new Piece.Text((f.isEmpty() ? gap.apply(last, next) : " ") + f));
            }
            pieces.add(new Piece.Code(next));
            last = next;
          }
          case Part.Repeated nested -> throw new IllegalStateException("not nested");
        }
      }
    }
  }

  private static Syntax one(Map<String, Binding> bindings, String name) {
    return switch (Objects.requireNonNull(bindings.get(name))) {
      case Binding.One(Syntax syntax) -> syntax;
      case Binding.Many many -> throw new IllegalStateException(name + " stands for several");
    };
  }
}
