package dev.touchstone.conformance.dialect;

import dev.touchstone.vm.reader.Syntax;
import dev.touchstone.vm.value.Symbol;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The top-level forms of a Scheme program. */
public final class TopLevel {
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

  private TopLevel() {}

  /** Whether a program states itself what it imports, so that it is no script. */
  public static boolean importsForItself(List<Syntax> forms) {
    return !forms.isEmpty() && isHeadedBy(forms.getFirst(), Set.of("import", "define-library"));
  }

  /**
   * The last top-level expression: the last form, or, where that is a {@code begin} with
   * definitions in it, the last expression of it; empty if the program ends with a definition.
   */
  public static Optional<Syntax> lastExpression(List<Syntax> forms) {
    if (forms.isEmpty()) {
      return Optional.empty();
    }
    Syntax form = forms.getLast();
    while (isHeadedBy(form, Set.of("begin"))) {
      List<Syntax> body = itemsOf(form).subList(1, itemsOf(form).size());
      if (body.isEmpty()) {
        return Optional.empty();
      }
      if (body.stream().noneMatch(TopLevel::mayDefine)) {
        break;
      }
      form = body.getLast();
    }
    return isHeadedBy(form, DEFINITIONS) ? Optional.empty() : Optional.of(form);
  }

  /** All top-level forms; the parts of a {@code begin} are such forms too. */
  static List<Syntax> formsOf(List<Syntax> program) {
    List<Syntax> forms = new ArrayList<>();
    Deque<Syntax> pending = new ArrayDeque<>(program);
    while (!pending.isEmpty()) {
      Syntax form = pending.pop();
      forms.add(form);
      if (isHeadedBy(form, Set.of("begin"))) {
        pending.addAll(itemsOf(form).subList(1, itemsOf(form).size()));
      }
    }
    return forms;
  }

  private static boolean mayDefine(Syntax form) {
    return isHeadedBy(form, DEFINITIONS) || isHeadedBy(form, Set.of("begin"));
  }

  private static boolean isHeadedBy(Syntax form, Set<String> names) {
    List<Syntax> items = itemsOf(form);
    return !items.isEmpty()
        && items.getFirst() instanceof Syntax.Atom(Symbol head, var _)
        && names.contains(head.name());
  }

  private static List<Syntax> itemsOf(Syntax form) {
    return form instanceof Syntax.ListForm list ? list.items() : List.of();
  }
}
