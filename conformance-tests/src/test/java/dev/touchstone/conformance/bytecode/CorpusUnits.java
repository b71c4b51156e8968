package dev.touchstone.conformance.bytecode;

import dev.touchstone.conformance.corpus.CorpusLoader;
import dev.touchstone.conformance.corpus.Program;
import dev.touchstone.conformance.corpus.TestCase;
import dev.touchstone.conformance.corpus.Vary;
import dev.touchstone.vm.api.Host;
import dev.touchstone.vm.api.JvmHost;
import dev.touchstone.vm.bytecode.Unit;
import dev.touchstone.vm.compiler.Compiler;
import dev.touchstone.vm.expand.Expander;
import dev.touchstone.vm.reader.DatumReader;
import dev.touchstone.vm.source.DiagnosticException;
import dev.touchstone.vm.source.Source;
import java.util.Collection;
import java.util.function.BiConsumer;

/** What the compiler makes of the programs of the corpus. */
final class CorpusUnits {
  private static final Host HOST = new JvmHost(_ -> {});

  private CorpusUnits() {}

  /** Passes on each program that is not rejected, once for each value that varies, with its id. */
  static void forEach(BiConsumer<String, Unit> use) {
    forEach(CorpusLoader.builtIn().cases(), use);
  }

  private static void forEach(Collection<TestCase> cases, BiConsumer<String, Unit> use) {
    for (TestCase testCase : cases) {
      for (Vary.Variant variant : Vary.variants(testCase)) {
        if (variant.program() instanceof Program.Scheme scheme) {
          String id = testCase.id() + variant.label();
          compile(id, scheme.main(), use);
        }
      }
    }
  }

  /** Compiles a program and uses it, both where the Java stack is deep. */
  static void compile(String name, String text, BiConsumer<String, Unit> use) {
    try {
      Source source = Source.of(name, text);
      HOST.withDeepStack(
          () -> {
            use.accept(
                name,
                Compiler.compile(
                    Expander.expand(
                        source, DatumReader.readAll(source), Expander.DEFAULT_NESTING_LIMIT)));
            return true;
          });
    } catch (DiagnosticException rejected) {
      // A case of what a program must not be.
    }
  }
}
