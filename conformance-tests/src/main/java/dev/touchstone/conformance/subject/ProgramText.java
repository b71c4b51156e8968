package dev.touchstone.conformance.subject;

import dev.touchstone.vm.reader.DatumReader;
import dev.touchstone.vm.reader.Syntax;
import dev.touchstone.vm.source.DiagnosticException;
import dev.touchstone.vm.source.Source;
import dev.touchstone.vm.source.Span;
import dev.touchstone.vm.value.Symbol;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The top-level forms of a program, as far as splicing needs them. */
final class ProgramText {
  private static final Set<String> DEFINITIONS =
      Set.of(
          "define",
          "define-values",
          "define-record-type",
          "define-syntax",
          "import",
          "define-library",
          "include",
          "include-ci");

  private final String text;
  private final Optional<List<Syntax>> forms;

  private ProgramText(String text, Optional<List<Syntax>> forms) {
    this.text = text;
    this.forms = forms;
  }

  /** Reads a program; one that is no sequence of data is kept as mere text. */
  static ProgramText of(String text) {
    try {
      return new ProgramText(text, Optional.of(DatumReader.readAll(Source.of("main.scm", text))));
    } catch (DiagnosticException e) {
      return new ProgramText(text, Optional.empty());
    }
  }

  /** The text as it was given. */
  String text() {
    return text;
  }

  /** Whether it is a sequence of data. */
  boolean isReadable() {
    return forms.isPresent();
  }

  /** The texts of its top-level forms. */
  List<String> forms() {
    return forms.orElse(List.of()).stream().map(f -> f.span().text()).toList();
  }

  /** Where its first form starts; 0 where there is none. */
  int start() {
    List<Syntax> all = forms.orElse(List.of());
    return all.isEmpty() ? 0 : all.getFirst().span().start();
  }

  /** Whether it states itself what it imports, so that it is no script. */
  boolean importsForItself() {
    List<Syntax> all = forms.orElse(List.of());
    return !all.isEmpty() && isHeadedBy(all.getFirst(), Set.of("import", "define-library"));
  }

  /**
   * The last top-level expression: the last form, or, where that is a {@code begin} with
   * definitions in it, the last expression of it; empty if the program ends with a definition.
   */
  Optional<Span> lastExpression() {
    List<Syntax> all = forms.orElse(List.of());
    if (all.isEmpty()) {
      return Optional.empty();
    }
    Syntax form = all.getLast();
    while (isHeadedBy(form, Set.of("begin"))) {
      List<Syntax> body = itemsOf(form).subList(1, itemsOf(form).size());
      if (body.isEmpty()) {
        return Optional.empty();
      }
      if (body.stream().noneMatch(ProgramText::mayDefine)) {
        break;
      }
      form = body.getLast();
    }
    return isHeadedBy(form, DEFINITIONS) ? Optional.empty() : Optional.of(form.span());
  }

  private static boolean mayDefine(Syntax form) {
    return isHeadedBy(form, DEFINITIONS) || isHeadedBy(form, Set.of("begin"));
  }

  private static boolean isHeadedBy(Syntax form, Set<String> names) {
    List<Syntax> items = itemsOf(form);
    return !items.isEmpty()
        && items.getFirst() instanceof Syntax.Atom(Symbol head, Span span)
        && names.contains(head.name());
  }

  private static List<Syntax> itemsOf(Syntax form) {
    return form instanceof Syntax.ListForm list ? list.items() : List.of();
  }
}
