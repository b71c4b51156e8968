package dev.touchstone.vm.value;

import dev.touchstone.vm.source.ErrorClass;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Set;

/**
 * The written forms of values (R7RS 6.13.3). Iterative: a value of any depth or length can be
 * written, in time linear in the length of the text. A text of more than {@link #MAX_LENGTH}
 * characters raises a condition of class {@code limit}.
 */
public final class Printer {
  /** The most UTF-16 units of a written form. */
  public static final int MAX_LENGTH = 1 << 26;

  private static final int UNNUMBERED = -1;

  private final StringBuilder out = new StringBuilder();
  private final boolean asLiterals;

  /** The compound values that get a label, and the number of each once it has been written. */
  private final IdentityHashMap<Value, Integer> labels = new IdentityHashMap<>();

  private int nextLabel;

  /** The compound values that have been opened and not closed, innermost first. */
  private final Deque<Opened> opened = new ArrayDeque<>();

  private Printer(boolean asLiterals, Set<Value> labelled) {
    this.asLiterals = asLiterals;
    labelled.forEach(value -> labels.put(value, UNNUMBERED));
  }

  /** As {@code write}: strings and characters as literals, datum labels for cycles only. */
  public static String write(Value value) {
    return new Printer(true, Sharing.cycles(value)).print(value);
  }

  /** As {@code display}: strings and characters as themselves, datum labels for cycles only. */
  public static String display(Value value) {
    return new Printer(false, Sharing.cycles(value)).print(value);
  }

  /** As {@code write-shared}: datum labels for every pair and vector that occurs twice. */
  public static String writeShared(Value value) {
    return new Printer(true, Sharing.shared(value)).print(value);
  }

  /** As {@code write-simple}: no datum labels; a cyclic value reaches {@link #MAX_LENGTH}. */
  public static String writeSimple(Value value) {
    return new Printer(true, Set.of()).print(value);
  }

  /** A list or a vector of which a part has been written. */
  private static final class Opened {
    /** Of a list, what is left of it; of a vector, the vector. */
    private Value rest;

    /** Of a vector, the index of the next item. */
    private int index;

    private boolean first = true;

    private final boolean isVector;

    Opened(Value value) {
      rest = value;
      isVector = value instanceof Vector;
    }
  }

  private String print(Value value) {
    begin(value);
    while (!opened.isEmpty()) {
      next(opened.getFirst());
      checkLength();
    }
    return out.toString();
  }

  private void checkLength() {
    if (out.length() > MAX_LENGTH) {
      throw SchemeError.of(
          ErrorClass.LIMIT, "the written form has more than " + MAX_LENGTH + " characters");
    }
  }

  private void begin(Value value) {
    boolean compound = value instanceof Pair || value instanceof Vector;
    if (!compound) {
      leaf(value);
    } else if (!isWrittenAsLabel(value)) {
      out.append(value instanceof Pair ? "(" : "#(");
      opened.push(new Opened(value));
    }
  }

  private boolean isWrittenAsLabel(Value value) {
    Integer label = labels.isEmpty() ? null : labels.get(value);
    if (label == null) {
      return false;
    }
    if (label == UNNUMBERED) {
      labels.put(value, nextLabel);
      out.append('#').append(nextLabel++).append('=');
      return false;
    }
    out.append('#').append(label.intValue()).append('#');
    return true;
  }

  private void next(Opened part) {
    if (part.isVector) {
      nextOfVector(part, (Vector) part.rest);
    } else {
      nextOfList(part);
    }
  }

  private void nextOfVector(Opened part, Vector vector) {
    if (part.index == vector.length()) {
      close();
    } else {
      if (part.index > 0) {
        out.append(' ');
      }
      begin(vector.get(part.index++));
    }
  }

  private void nextOfList(Opened part) {
    if (part.rest == EmptyList.INSTANCE) {
      close();
    } else if (part.rest instanceof Pair pair && (part.first || !labels.containsKey(pair))) {
      if (!part.first) {
        out.append(' ');
      }
      part.first = false;
      part.rest = pair.cdr();
      begin(pair.car());
    } else {
      Value tail = part.rest;
      part.rest = EmptyList.INSTANCE;
      out.append(" . ");
      begin(tail);
    }
  }

  private void close() {
    out.append(')');
    opened.pop();
  }

  private void leaf(Value value) {
    switch (value) {
      case Num number -> out.append(Numbers.toText(number, 10));
      case Bool bool -> out.append(bool == Bool.TRUE ? "#t" : "#f");
      case Symbol symbol -> symbol(symbol.name());
      case Char character -> character(character.codePoint());
      case Str string -> string(string);
      case EmptyList _ -> out.append("()");
      case Bytevector bytes -> bytes(bytes);
      case Unspecified _ -> out.append("#<unspecified>");
      case Eof _ -> out.append("#<eof>");
      case Condition condition ->
          out.append("#<condition ").append(condition.errorClass().id()).append('>');
      case Box _ -> out.append("#<box>");
      case Promise _ -> out.append("#<promise>");
      case RecordType type -> out.append("#<record-type ").append(type.name()).append('>');
      case RecordInstance instance ->
          out.append("#<record ").append(instance.type().name()).append('>');
      case Port _ -> out.append("#<port>");
      case Opaque object -> out.append("#<").append(object.kind()).append('>');
      case Procedure procedure -> out.append("#<procedure ").append(procedure.name()).append('>');
      case Pair _, Vector _ -> throw new IllegalStateException("a pair or a vector is no leaf");
    }
  }

  private void symbol(String name) {
    if (!asLiterals || Identifiers.isPlain(name)) {
      out.append(name);
    } else {
      out.append('|');
      name.codePoints().forEach(c -> CharNames.writeElement(out, c, '|'));
      out.append('|');
    }
  }

  private void character(int codePoint) {
    if (asLiterals) {
      CharNames.write(out, codePoint);
    } else {
      out.appendCodePoint(codePoint);
    }
  }

  private void string(Str string) {
    if (!asLiterals) {
      out.append(string.text());
      return;
    }
    out.append('"');
    for (int i = 0; i < string.length(); i++) {
      CharNames.writeElement(out, string.get(i), '"');
    }
    out.append('"');
  }

  private void bytes(Bytevector bytes) {
    out.append("#u8(");
    for (int i = 0; i < bytes.length(); i++) {
      out.append(i == 0 ? "" : " ").append(bytes.get(i));
    }
    out.append(')');
  }
}
