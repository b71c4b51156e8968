package dev.touchstone.vm.expand;

import dev.touchstone.vm.core.Core;
import dev.touchstone.vm.reader.Syntax;
import dev.touchstone.vm.value.Symbol;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code (define name value)} or {@code (define (name . formals) body ...)}, before its value is
 * expanded.
 *
 * @param target the part that is the name
 * @param header the name and the formals, or null where a value is given
 */
record Definition(
    Symbol name, Syntax target, Syntax.@Nullable ListForm header, Syntax.ListForm form) {

  /** Takes a definition apart. */
  static Definition of(Syntax.ListForm form) {
    if (form.items().size() < 2) {
      throw Rejection.malformed(form, "define needs a name and a value: (define name value).");
    }
    Syntax first = form.items().get(1);
    if (first instanceof Syntax.ListForm header && !header.items().isEmpty()) {
      Syntax target = header.items().getFirst();
      return new Definition(name(target), target, header, form);
    }
    Symbol name = name(first);
    if (form.items().size() != 3) {
      throw Rejection.malformed(
          form, "define needs one value for " + name + ": (define name value).");
    }
    return new Definition(name, first, null, form);
  }

  private static Symbol name(Syntax target) {
    return Formals.identifier(target, "What define names");
  }

  /** What the name gets. */
  Core value(Expander expander, Scope scope) {
    expander.deeper(form);
    List<Syntax> rest = BasicForms.from(form, 2);
    Core value =
        header == null
            ? expander.named(name, rest.getFirst(), scope)
            : BasicForms.procedure(
                expander, name.name(), Formals.ofHeader(header), rest, scope, form);
    expander.shallower();
    return value;
  }
}
