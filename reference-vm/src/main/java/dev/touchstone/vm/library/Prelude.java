package dev.touchstone.vm.library;

import dev.touchstone.vm.bytecode.Unit;
import dev.touchstone.vm.bytecode.binary.BinaryReader;
import dev.touchstone.vm.compiler.Compiler;
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
import org.jspecify.annotations.Nullable;

/**
 * The part of the library that is written in Scheme: definitions of procedures, and no more. The
 * build compiles it and puts its binary form beside the sources; where there was no build, as in an
 * IDE, the sources are compiled when they are needed.
 */
public final class Prelude {
  /** Its files, in the order in which they are to be run. */
  public static final List<String> FILES = List.of("traversal.scm", "control.scm", "ports.scm");

  private Prelude() {}

  /** Its files, expanded, in the order in which they are to be run. */
  public static List<CoreProgram> parts() {
    return FILES.stream().map(Prelude::part).toList();
  }

  /** Its files, as code, in the order in which they are to be run. */
  static List<Unit> units() {
    return FILES.stream().map(Prelude::unit).toList();
  }

  /** The names that parts of it define. */
  public static Stream<Symbol> names(List<CoreProgram> parts) {
    return parts.stream()
        .flatMap(part -> part.forms().stream())
        .map(form -> ((Core.DefineGlobal) form).name());
  }

  /** What the build calls the binary form of a file. */
  public static String compiledName(String file) {
    return file.replace(".scm", ".tbc");
  }

  /** The binary form of a file, or null if there was no build. */
  static byte @Nullable [] compiled(String file) {
    return bytes(compiledName(file));
  }

  /** The code that a file compiles to now. */
  public static Unit compile(String file) {
    return Compiler.compile(part(file));
  }

  private static Unit unit(String file) {
    byte[] compiled = compiled(file);
    return compiled == null ? compile(file) : BinaryReader.read(compiled);
  }

  private static CoreProgram part(String file) {
    byte[] text = bytes(file);
    if (text == null) {
      throw new IllegalStateException("the library lacks its file " + file);
    }
    Source source = Source.ofLibrary(file, new String(text, StandardCharsets.UTF_8));
    return Expander.expand(source, DatumReader.readAll(source), Expander.DEFAULT_NESTING_LIMIT);
  }

  private static byte @Nullable [] bytes(String file) {
    try (InputStream in = Prelude.class.getResourceAsStream(file)) {
      return in == null ? null : in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
