package dev.touchstone.conformance.corpus;

import dev.touchstone.conformance.corpus.yaml.YamlScalar;
import dev.touchstone.vm.reader.DatumReader;
import dev.touchstone.vm.reader.Syntax;
import dev.touchstone.vm.source.DiagnosticException;
import dev.touchstone.vm.source.Source;
import dev.touchstone.vm.source.Span;
import java.util.List;
import java.util.Optional;

/** Reads data and programs that stand in a file of another format. */
public final class Data {
  private Data() {}

  /** The data of a text, or nothing, and a mistake noted, if it is no sequence of data. */
  static Optional<List<Syntax>> read(YamlScalar scalar, Problems problems) {
    return read(scalar.text(), scalar::positionOf, problems);
  }

  /** The data of a text whose places are known. */
  static Optional<List<Syntax>> read(String text, PlaceMap places, Problems problems) {
    try {
      return Optional.of(DatumReader.readAll(Source.of("program", text)));
    } catch (DiagnosticException e) {
      Span span = e.diagnostic().span();
      problems.add(
          places.positionOf(span.line(), span.column()),
          "not readable as Scheme: " + e.diagnostic().message());
      return Optional.empty();
    }
  }

  /** The datum of a text, or nothing, and a mistake noted, if it is not exactly one. */
  public static Optional<Syntax> readOne(YamlScalar scalar, Problems problems) {
    return readOne(scalar.text(), scalar::positionOf, problems);
  }

  /** The datum of a text whose places are known. */
  static Optional<Syntax> readOne(String text, PlaceMap places, Problems problems) {
    Optional<List<Syntax>> data = read(text, places, problems);
    if (data.isPresent() && data.get().size() != 1) {
      problems.add(
          places.positionOf(1, 1), "`" + text + "` must be one datum, but is " + data.get().size());
      return Optional.empty();
    }
    return data.map(List::getFirst);
  }
}
