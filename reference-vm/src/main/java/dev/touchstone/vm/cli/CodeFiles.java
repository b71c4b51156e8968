package dev.touchstone.vm.cli;

import dev.touchstone.vm.api.Host;
import dev.touchstone.vm.api.ReferenceVm;
import dev.touchstone.vm.bytecode.Unit;
import dev.touchstone.vm.bytecode.assembly.AssemblyReader;
import dev.touchstone.vm.bytecode.assembly.AssemblyWriter;
import dev.touchstone.vm.bytecode.binary.BinaryReader;
import dev.touchstone.vm.bytecode.binary.BinaryWriter;
import dev.touchstone.vm.bytecode.binary.BrokenBinary;
import dev.touchstone.vm.bytecode.verifier.Verification.Verified;
import dev.touchstone.vm.source.Source;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** The files that a command line names, texts and units in binary form. */
final class CodeFiles {
  private final Console console;
  private final Host host;

  CodeFiles(Console console, Host host) {
    this.console = console;
    this.host = host;
  }

  /** What a file holds. */
  sealed interface Content {
    /** A program in Scheme. */
    record Text(Source source) implements Content {}

    /** Code as assembly, in a file whose name says so. */
    record Assembly(Source source) implements Content {}

    /** Code in binary form; not verified yet. */
    record Binary(Unit unit) implements Content {}
  }

  /** A file, or for {@code -} standard input. */
  Content read(String file) {
    byte[] bytes = bytes(file);
    if (BinaryReader.isBinary(bytes)) {
      return new Content.Binary(unit(bytes, file));
    }
    Source text = text(bytes, file);
    return file.endsWith(".tasm") ? new Content.Assembly(text) : new Content.Text(text);
  }

  private static Source text(byte[] bytes, String file) {
    try {
      String name = file.equals("-") ? "<stdin>" : file;
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return Source.of(name, text);
    } catch (CharacterCodingException e) {
      throw new WrongUse("The file " + file + " is not text in UTF-8.");
    }
  }

  private static Unit unit(byte[] bytes, String file) {
    try {
      return BinaryReader.read(bytes);
    } catch (BrokenBinary broken) {
      throw new WrongUse(
          file
              + ": read error (syntax): byte "
              + broken.offset()
              + ": "
              + broken.getMessage()
              + ".");
    }
  }

  private byte[] bytes(String file) {
    try {
      return file.equals("-") ? console.readAll() : Files.readAllBytes(Path.of(file));
    } catch (NoSuchFileException e) {
      throw new WrongUse("There is no file " + file + ".");
    } catch (IOException | InvalidPathException e) {
      throw new WrongUse("The file " + file + " cannot be read: " + e.getMessage() + ".");
    }
  }

  /** Says how much code a file holds, all of it verified. */
  int verify(String file) {
    ReferenceVm vm = ReferenceVm.create();
    Unit unit =
        switch (read(file)) {
          case Content.Text(Source source) -> ReferenceVm.compile(source, host);
          case Content.Assembly(Source source) -> vm.assemble(source);
          case Content.Binary(Unit read) -> read;
        };
    Verified verified = vm.verify(unit).orThrow();
    console.write(
        "verified: "
            + verified.functions()
            + " functions, "
            + verified.instructions()
            + " instructions\n");
    return Commands.OK;
  }

  /** The instructions that a file holds, or is compiled to. */
  int disassemble(String file) {
    ReferenceVm vm = ReferenceVm.create();
    console.write(
        switch (read(file)) {
          case Content.Text(Source source) -> vm.disassemble(source, host);
          case Content.Assembly(Source source) -> AssemblyWriter.write(AssemblyReader.read(source));
          case Content.Binary(Unit unit) -> {
            vm.verify(unit).orThrow();
            yield AssemblyWriter.write(unit);
          }
        });
    return Commands.OK;
  }

  /** Assembles a file, whatever its name; what it yields is verified. */
  Unit assemble(String file) {
    return ReferenceVm.create().assemble(text(bytes(file), file));
  }

  /** Compiles a program into a file. */
  int compile(String file, String target) {
    return switch (read(file)) {
      case Content.Text(Source source) -> write(file, ReferenceVm.compile(source, host), target);
      case Content.Assembly(Source source) ->
          write(file, ReferenceVm.create().assemble(source), target);
      case Content.Binary _ -> throw new WrongUse("The file " + file + " is compiled already.");
    };
  }

  /** Writes a unit in binary form. */
  private static int write(String file, Unit unit, String target) {
    try {
      Files.write(Path.of(target), BinaryWriter.write(unit));
    } catch (IOException | InvalidPathException e) {
      throw new WrongUse("The file " + target + " cannot be written: " + e.getMessage() + ".");
    } catch (IllegalArgumentException e) {
      throw new WrongUse("The file " + file + " cannot be put into bytes: " + e.getMessage() + ".");
    }
    return Commands.OK;
  }
}
