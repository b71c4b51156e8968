package dev.touchstone.vm.reader;

import dev.touchstone.vm.source.DiagnosticException;
import dev.touchstone.vm.source.ErrorClass;
import dev.touchstone.vm.source.Source;
import dev.touchstone.vm.value.Eof;
import dev.touchstone.vm.value.SchemeError;
import dev.touchstone.vm.value.TextInputPort;
import dev.touchstone.vm.value.Value;
import java.util.List;

/**
 * Reads the external representations of R7RS 7.1.1 and 7.1.2. Nesting is limited by memory alone.
 */
public final class DatumReader {
  private DatumReader() {}

  /**
   * All data of a source, in order.
   *
   * @throws dev.touchstone.vm.source.DiagnosticException phase {@code read}, if the text is no
   *     sequence of data
   */
  public static List<Syntax> readAll(Source source) {
    return List.copyOf(new DataBuilder(source, /* foldsCase= */ false).readAll());
  }

  /** The same, as if the text began with {@code #!fold-case}. */
  public static List<Syntax> readAllFoldingCase(Source source) {
    return List.copyOf(new DataBuilder(source, /* foldsCase= */ true).readAll());
  }

  /**
   * The value that a syntax denotes as a literal constant; shared and cyclic where it has labels.
   *
   * @throws dev.touchstone.vm.source.DiagnosticException if a label is referred to that is not
   *     there
   */
  public static Value toValue(Syntax syntax) {
    return new ValueBuilder(/* literal= */ true).build(syntax);
  }

  /**
   * The next datum of a port, as fresh mutable data; {@link Eof} if there is none. Takes from the
   * port what belongs to the datum, and what stands before it; the delimiter behind it stays.
   *
   * @throws dev.touchstone.vm.value.SchemeError of class {@code read}, if the text is no datum
   */
  public static Value read(TextInputPort port) {
    boolean foldsCase = port.foldsCase();
    DatumText taken = DatumText.take(port);
    try {
      Source source = Source.of("<port>", taken.text());
      List<Syntax> data = new DataBuilder(source, foldsCase).readAll();
      return data.isEmpty()
          ? Eof.INSTANCE
          : new ValueBuilder(/* literal= */ false).build(data.getFirst());
    } catch (DiagnosticException rejection) {
      throw SchemeError.of(ErrorClass.READ, "read: " + taken.located(rejection.diagnostic()));
    }
  }

  /**
   * The one datum of a text, as a value.
   *
   * @throws dev.touchstone.vm.source.DiagnosticException if the text is not exactly one datum
   */
  public static Value readDatum(String text) {
    Source source = Source.of("<datum>", text);
    List<Syntax> data = readAll(source);
    if (data.isEmpty()) {
      throw Rejection.at(source, text.length(), text.length(), "The text holds no datum.");
    }
    if (data.size() > 1) {
      throw Rejection.at(data.get(1).span(), "The text holds more than one datum.");
    }
    return toValue(data.getFirst());
  }
}
