package dev.touchstone.vm.expand;

import dev.touchstone.vm.core.Core;
import dev.touchstone.vm.reader.Syntax;
import dev.touchstone.vm.value.Symbol;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The expansion of {@code (define-library name declaration ...)} (R7RS 5.6.1). All imports come
 * first, wherever they stand; then the bodies, in order; then it is known what is exported.
 */
final class LibraryExpansion {
  /** {@code name}, or {@code (rename name as)}. */
  private record Export(Symbol name, Symbol as, Syntax where) {}

  private final Expander expander;
  private final Session session;
  private final List<Syntax.ListForm> imports = new ArrayList<>();
  private final List<Export> exports = new ArrayList<>();
  private final List<Syntax> body = new ArrayList<>();

  LibraryExpansion(Expander expander) {
    this.expander = expander;
    this.session = expander.session();
  }

  /** Expands a library, and first those that it imports. */
  Library expand(LibraryName name, Syntax.ListForm form) {
    BasicForms.from(form, 2).forEach(this::declaration);
    TopLevel top = TopLevel.ofLibrary(session);
    List<Library> imported = new ArrayList<>();
    imports.forEach(set -> imported.addAll(session.libraries().importInto(expander, set, top)));
    Program program = new Program(expander, top);
    body.forEach(program::add);
    List<Core> forms = program.forms();
    return new Library(name, exported(name, top), imported, forms);
  }

  private void declaration(Syntax syntax) {
    String word = Header.word(syntax);
    if (word == null) {
      throw unknown(syntax);
    }
    Syntax.ListForm form = Expander.properList(syntax);
    switch (word) {
      case "export" -> BasicForms.from(form, 1).forEach(this::export);
      case "import" -> imports.add(form);
      case "begin" -> body.addAll(BasicForms.from(form, 1));
      case "include" -> body.addAll(session.included(form, /* folds= */ false));
      case "include-ci" -> body.addAll(session.included(form, /* folds= */ true));
      case "include-library-declarations" ->
          nested(form, session.included(form, /* folds= */ false));
      case "cond-expand" -> nested(form, session.chosen(form));
      default -> throw unknown(syntax);
    }
  }

  private void nested(Syntax form, List<Syntax> declarations) {
    expander.deeper(form);
    declarations.forEach(this::declaration);
    expander.shallower();
  }

  private static RuntimeException unknown(Syntax syntax) {
    return Rejection.ofImport(
        syntax,
        "A declaration of a library is one of export, import, begin, include, include-ci,"
            + " include-library-declarations and cond-expand.");
  }

  private void export(Syntax spec) {
    if (spec instanceof Syntax.ListForm list) {
      if (!"rename".equals(Header.word(list)) || list.items().size() != 3 || list.tail() != null) {
        throw Rejection.malformed(spec, "What is exported is a name or (rename name other).");
      }
      Symbol name = Formals.identifier(list.items().get(1), "What is exported");
      exports.add(new Export(name, Formals.identifier(list.items().get(2), "A new name"), spec));
    } else {
      Symbol name = Formals.identifier(spec, "What is exported");
      exports.add(new Export(name, name, spec));
    }
  }

  private Map<Symbol, Binding> exported(LibraryName library, TopLevel top) {
    Map<Symbol, Binding> bindings = new LinkedHashMap<>();
    for (Export export : exports) {
      Binding binding = imported(top.lookUp(export.name()));
      if (binding == null) {
        throw Rejection.ofImport(
            export.where(),
            "The library " + library + " exports " + export.name() + ", which it does not define.");
      }
      Binding present = bindings.put(export.as(), binding);
      if (present != null && !Binding.same(present, binding)) {
        throw Rejection.ofImport(
            export.where(),
            "The library " + library + " exports two bindings as " + export.as() + ".");
      }
    }
    return bindings;
  }

  /** What a binding is for those who import it; null if there is none. */
  private static @Nullable Binding imported(Binding binding) {
    return switch (binding) {
      case Binding.Global(Symbol variable) -> new Binding.Imported(variable, /* standard= */ false);
      case Binding.Imported _, Binding.Special _, Binding.Macro _ -> binding;
      case Binding.Unbound _, Binding.Local _ -> null;
    };
  }
}
