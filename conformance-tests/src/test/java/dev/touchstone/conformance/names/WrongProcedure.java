package dev.touchstone.conformance.names;

import dev.touchstone.conformance.corpus.Program;
import dev.touchstone.conformance.corpus.TestCase;
import dev.touchstone.vm.reader.DatumReader;
import dev.touchstone.vm.reader.Syntax;
import dev.touchstone.vm.source.Source;
import dev.touchstone.vm.value.Symbol;
import java.util.List;
import java.util.Optional;

/** Programs in which a standard procedure is replaced by one that always returns a symbol. */
final class WrongProcedure {
  private WrongProcedure() {}

  /**
   * The case with the program changed: the definition stands before its first form, or behind the
   * last of its imports. Nothing for a case in assembly.
   */
  static Optional<TestCase> in(TestCase c, String name) {
    if (!(c.program() instanceof Program.Scheme scheme)) {
      return Optional.empty();
    }
    String definition = "(define " + name + " (lambda arguments 'wrong)) ";
    int at = afterImports(scheme.main());
    String text = scheme.main().substring(0, at) + definition + scheme.main().substring(at);
    return Optional.of(c.withProgram(new Program.Scheme(text, scheme.files())));
  }

  private static int afterImports(String text) {
    int end = 0;
    List<Syntax> forms = DatumReader.readAll(Source.of("program", text));
    for (Syntax form : forms) {
      if (form instanceof Syntax.ListForm list
          && !list.items().isEmpty()
          && list.items().getFirst() instanceof Syntax.Atom first
          && first.datum() instanceof Symbol symbol
          && List.of("import", "define-library").contains(symbol.name())) {
        end = list.span().end();
      }
    }
    return end;
  }
}
