package dev.touchstone.vm.cli;

import dev.touchstone.vm.api.Host;
import dev.touchstone.vm.api.ReferenceVm;
import dev.touchstone.vm.bytecode.Unit;
import dev.touchstone.vm.bytecode.assembly.AssemblyWriter;
import dev.touchstone.vm.bytecode.binary.BinaryReader;
import dev.touchstone.vm.bytecode.binary.BinaryWriter;
import dev.touchstone.vm.bytecode.binary.BrokenBinary;
import dev.touchstone.vm.bytecode.verifier.Verification.Verified;
import dev.touchstone.vm.source.Source;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** The files that a command line names: programs, assembly, and code in binary form. */
final class CodeFiles {
  private static final String ASSEMBLY = ".tasm";

  private final Console console;
  private final Host host;

  CodeFiles(Console console, Host host) {
    this.console = console;
    this.host = host;
  }

  /** What a file holds. */
  sealed interface Content {
    /** A program in Scheme. */
    record Program(Source source) implements Content {}

    /** Code that keeps to the rules of the verifier. */
    record Code(Unit unit) implements Content {}
  }

  /** A file, or for {@code -} standard input. */
  Content read(String file) {
    byte[] bytes = bytes(file);
    ReferenceVm vm = ReferenceVm.create();
    if (BinaryReader.isBinary(bytes)) {
      Unit unit = unit(bytes, file);
      vm.verify(unit).orThrow();
      return new Content.Code(unit);
    }
    Source source = text(bytes, file);
    return file.endsWith(ASSEMBLY)
        ? new Content.Code(vm.assemble(source))
        : new Content.Program(source);
  }

  /** A file that must be text, a program or assembly. */
  Source text(String file) {
    byte[] bytes = bytes(file);
    if (BinaryReader.isBinary(bytes)) {
      throw new WrongUse(
          "The file " + file + " is code in binary form; vm disasm writes it as assembly.");
    }
    return text(bytes, file);
  }

  private static Source text(byte[] bytes, String file) {
    String name = file.equals("-") ? "<stdin>" : file;
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return Source.of(name, text);
    } catch (CharacterCodingException e) {
      throw new WrongUse("The file " + file + " is not text in UTF-8: " + firstWrong(bytes) + ".");
    }
  }

  /** Where the octets stop being text. */
  private static String firstWrong(byte[] bytes) {
    ByteBuffer octets = ByteBuffer.wrap(bytes);
    // What is decoded never has more units than there are octets.
    StandardCharsets.UTF_8.newDecoder().decode(octets, CharBuffer.allocate(bytes.length), true);
    int line = 1;
    for (int i = 0; i < octets.position(); i++) {
      line += bytes[i] == '\n' ? 1 : 0;
    }
    return "octet 0x%02X in line %d, at offset %d"
        .formatted(bytes[octets.position()], line, octets.position());
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
          case Content.Program(Source source) -> vm.compile(source, host);
          case Content.Code(Unit code) -> code;
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
    console.write(
        switch (read(file)) {
          case Content.Program(Source source) -> ReferenceVm.create().disassemble(source, host);
          case Content.Code(Unit unit) -> AssemblyWriter.write(unit);
        });
    return Commands.OK;
  }

  /** Writes the code of a program, or code, in binary form. */
  int compile(String file, String target) {
    Unit unit =
        switch (read(file)) {
          case Content.Program(Source source) -> ReferenceVm.create().compile(source, host);
          case Content.Code(Unit code) -> code;
        };
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
