package dev.touchstone.vm.expand;

import dev.touchstone.vm.reader.Syntax;
import dev.touchstone.vm.value.Fixnum;
import dev.touchstone.vm.value.Printer;
import dev.touchstone.vm.value.Symbol;
import dev.touchstone.vm.value.Value;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The name of a library: identifiers and exact integers from 0 (R7RS 5.6.1).
 *
 * @param parts as they are written; {@code 1} and {@code |1|} differ, and so do their written forms
 */
record LibraryName(List<String> parts) {
  /** The name that a syntax is. */
  static LibraryName of(Syntax syntax) {
    if (!(syntax instanceof Syntax.ListForm list)
        || list.tail() != null
        || list.items().isEmpty()) {
      throw Rejection.malformed(syntax, "A library's name is a list such as (scheme base).");
    }
    List<String> parts = new ArrayList<>();
    for (Syntax item : list.items()) {
      parts.add(part(item));
    }
    return new LibraryName(List.copyOf(parts));
  }

  /** A name whose parts need no bars. */
  static LibraryName of(String... parts) {
    return new LibraryName(List.of(parts));
  }

  private static String part(Syntax item) {
    if (item instanceof Syntax.Atom(Value datum, var _)) {
      if (datum instanceof Symbol symbol) {
        return Printer.write(symbol.written());
      }
      if (datum instanceof Fixnum number && number.value() >= 0) {
        return Long.toString(number.value());
      }
    }
    throw Rejection.malformed(
        item, "A part of a library's name is an identifier or an exact integer from 0.");
  }

  /** Where its file lies in a directory of libraries, or null if a part can be no file's name. */
  @Nullable String path() {
    for (String part : parts) {
      if (part.startsWith("|") || part.contains("/") || part.contains("\\") || isDots(part)) {
        return null;
      }
    }
    return String.join("/", parts) + ".sld";
  }

  private static boolean isDots(String part) {
    return part.equals(".") || part.equals("..");
  }

  /** As programs write it. */
  @Override
  public String toString() {
    return "(" + String.join(" ", parts) + ")";
  }
}
