package dev.touchstone.vm.library;

import dev.touchstone.vm.core.Core;
import dev.touchstone.vm.core.CoreProgram;
import dev.touchstone.vm.expand.Expander;
import dev.touchstone.vm.reader.DatumReader;
import dev.touchstone.vm.source.Source;
import dev.touchstone.vm.value.Symbol;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/** The part of the library that is written in Scheme: definitions of procedures, and no more. */
public final class Prelude {
  private static final List<String> FILES = List.of("traversal.scm", "control.scm");

  private Prelude() {}

  /** Its files, expanded, in the order in which they are to be run. */
  public static List<CoreProgram> parts() {
    return FILES.stream().map(Prelude::part).toList();
  }

  /** The names that parts of it define. */
  public static Stream<Symbol> names(List<CoreProgram> parts) {
    return parts.stream()
        .flatMap(part -> part.forms().stream())
        .map(form -> ((Core.DefineGlobal) form).name());
  }

  private static CoreProgram part(String file) {
    Source source = Source.of(file, text(file));
    return Expander.expand(source, DatumReader.readAll(source), Expander.DEFAULT_NESTING_LIMIT);
  }

  private static String text(String file) {
    try (InputStream in = Prelude.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("the library lacks its file " + file);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
