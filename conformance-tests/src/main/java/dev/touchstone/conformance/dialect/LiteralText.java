package dev.touchstone.conformance.dialect;

import dev.touchstone.conformance.dialect.Literals.Kind;
import dev.touchstone.conformance.dialect.Literals.Style;
import dev.touchstone.vm.reader.Syntax;
import dev.touchstone.vm.value.Bignum;
import dev.touchstone.vm.value.Bool;
import dev.touchstone.vm.value.Bytevector;
import dev.touchstone.vm.value.Char;
import dev.touchstone.vm.value.Fixnum;
import dev.touchstone.vm.value.Num;
import dev.touchstone.vm.value.Printer;
import dev.touchstone.vm.value.Str;
import java.util.Optional;

/** Writes literals in the way of a map. */
record LiteralText(String dialect, Literals literals) {
  /** The text of an atom that is no symbol. */
  String of(Syntax.Atom atom, boolean inData) throws Inexpressible {
    return switch (atom.datum()) {
      case Bool bool -> fixed(Printer.write(bool), atom, inData);
      case Str string -> string(string, atom);
      case Char character -> character(character, atom);
      case Num number -> number(number, atom);
      case Bytevector bytes -> bytevector(atom);
      default -> atom.span().text();
    };
  }

  /** The text of {@code #t}, {@code #f} or {@code ()}. */
  String fixed(String text, Syntax at, boolean inData) throws Inexpressible {
    Optional<String> inCode = Optional.ofNullable(literals.inCode().get(text));
    if (!inData) {
      return inCode.orElse(at.span().text());
    }
    Optional<String> there = Optional.ofNullable(literals.inData().get(text));
    if (there.isEmpty() && inCode.isPresent()) {
      throw refused("no `" + text + "` within quoted data", at);
    }
    return there.orElse(at.span().text());
  }

  /** The style of a kind. */
  Style style(Kind kind, String what, Syntax at) throws Inexpressible {
    Style style = literals.style(kind);
    if (style == Style.REFUSE) {
      throw refused("no " + what, at);
    }
    return style;
  }

  /** Says that the other Lisp lacks something. */
  Inexpressible refused(String lack, Syntax at) {
    return new Inexpressible(dialect + " has " + lack, at.span());
  }

  /** A symbol's name with escapes for what cannot stand in a bare one. */
  String withoutBars(String name, Syntax at) throws Inexpressible {
    if (name.isEmpty()) {
      throw refused("no symbol without a name", at);
    }
    StringBuilder text = new StringBuilder();
    name.codePoints()
        .forEach(
            c -> {
              boolean plain = Character.isLetter(c) || "!$%&*/:<=>?^_~".indexOf(c) >= 0;
              boolean inside = Character.isDigit(c) || "+-.@".indexOf(c) >= 0;
              if (plain || (inside && !text.isEmpty())) {
                text.appendCodePoint(c);
              } else {
                text.append("\\x").append(Integer.toHexString(c)).append(';');
              }
            });
    return text.toString();
  }

  private String string(Str string, Syntax.Atom atom) throws Inexpressible {
    if (style(Kind.STRINGS, "strings", atom) == Style.SOURCE) {
      return atom.span().text();
    }
    return "\"" + string.text().replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }

  private String character(Char character, Syntax.Atom atom) throws Inexpressible {
    Style style = style(Kind.CHARACTERS, "characters", atom);
    String written = atom.span().text().substring(2);
    String standard = Printer.write(character).substring(2);
    String renamed = literals.characterNames().get(standard);
    if (renamed != null) {
      return "#\\" + renamed;
    }
    if (style == Style.SOURCE) {
      return "#\\" + written;
    }
    if (standard.codePointCount(0, standard.length()) != 1) {
      throw refused("no name for the character " + atom.span().text(), atom);
    }
    return "#\\" + standard;
  }

  private String number(Num number, Syntax.Atom atom) throws Inexpressible {
    if (style(Kind.NUMBERS, "numbers", atom) == Style.SOURCE) {
      return atom.span().text();
    }
    if (!(number instanceof Fixnum || number instanceof Bignum)) {
      throw refused("integers only, not " + atom.span().text(), atom);
    }
    return Printer.write(number);
  }

  private String bytevector(Syntax.Atom atom) throws Inexpressible {
    String text = atom.span().text();
    return style(Kind.BYTEVECTORS, "bytevectors", atom) == Style.VU8
        ? "#vu8" + text.substring(text.indexOf('('))
        : text;
  }
}
