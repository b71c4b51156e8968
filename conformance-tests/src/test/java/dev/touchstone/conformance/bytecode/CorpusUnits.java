package dev.touchstone.conformance.bytecode;

import dev.touchstone.conformance.corpus.CorpusLoader;
import dev.touchstone.conformance.corpus.Program;
import dev.touchstone.conformance.corpus.TestCase;
import dev.touchstone.conformance.corpus.Vary;
import dev.touchstone.vm.api.JvmHost;
import dev.touchstone.vm.api.ReferenceVm;
import dev.touchstone.vm.bytecode.Unit;
import dev.touchstone.vm.source.DiagnosticException;
import dev.touchstone.vm.source.Source;
import dev.touchstone.vm.source.SourceFiles;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** What the compiler makes of the programs of the corpus. */
final class CorpusUnits {
  private static final ReferenceVm VM = ReferenceVm.create();

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
          compile(id, scheme.main(), scheme.files(), use);
        }
      }
    }
  }

  /** Compiles a program and uses it, both where the Java stack is deep. */
  static void compile(
      String name, String text, Map<String, String> files, BiConsumer<String, Unit> use) {
    try {
      Source source = Source.of("main.scm", text);
      JvmHost host = new JvmHost(_ -> {}).reading(SourceFiles.of(files), List.of());
      host.withDeepStack(
          () -> {
            use.accept(name, VM.compile(source, host));
            return true;
          });
    } catch (DiagnosticException rejected) {
      // A case of what a program must not be.
    }
  }
}
