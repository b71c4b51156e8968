package dev.touchstone.conformance.subject;

import dev.touchstone.conformance.dialect.Rendering;
import dev.touchstone.conformance.dialect.TopLevel;
import dev.touchstone.vm.reader.DatumReader;
import dev.touchstone.vm.reader.Syntax;
import dev.touchstone.vm.source.DiagnosticException;
import dev.touchstone.vm.source.Source;
import dev.touchstone.vm.source.Span;
import java.util.List;
import java.util.Optional;

/** The top-level forms of a program, as far as splicing needs them. */
final class ProgramText {
  private final Source source;
  private final Optional<List<Span>> forms;
  private final int start;
  private final boolean imports;
  private final Optional<Span> last;
  private final String printed;

  private ProgramText(
      Source source,
      Optional<List<Span>> forms,
      int start,
      boolean imports,
      Optional<Span> last,
      String printed) {
    this.source = source;
    this.forms = forms;
    this.start = start;
    this.imports = imports;
    this.last = last;
    this.printed = printed;
  }

  /** Reads a program; one that is no sequence of data is kept as mere text. */
  static ProgramText of(String text) {
    Source source = Source.of("main.scm", text);
    try {
      List<Syntax> forms = DatumReader.readAll(source);
      return new ProgramText(
          source,
          Optional.of(forms.stream().map(Syntax::span).toList()),
          forms.isEmpty() ? 0 : forms.getFirst().span().start(),
          TopLevel.importsForItself(forms),
          TopLevel.lastExpression(forms).map(Syntax::span),
          text);
    } catch (DiagnosticException e) {
      return new ProgramText(source, Optional.empty(), 0, false, Optional.empty(), text);
    }
  }

  /** A program in the words of another Lisp, which may not read as Scheme. */
  static ProgramText of(Rendering.Text rendered) {
    Source source = Source.of("main.scm", rendered.text());
    return new ProgramText(
        source,
        Optional.of(rendered.forms().stream().map(f -> span(source, f)).toList()),
        rendered.start(),
        rendered.imports(),
        rendered.last().map(range -> span(source, range)),
        rendered.printed());
  }

  private static Span span(Source source, Rendering.Range range) {
    return new Span(source, range.start(), range.end());
  }

  /** The text as it was given. */
  String text() {
    return source.text();
  }

  /** The text for a subject whose last line is to be the value. */
  String printed() {
    return printed;
  }

  /** Whether it is a sequence of data. */
  boolean isReadable() {
    return forms.isPresent();
  }

  /** The texts of its top-level forms. */
  List<String> forms() {
    return forms.orElse(List.of()).stream().map(Span::text).toList();
  }

  /** Where its first form starts; 0 where there is none. */
  int start() {
    return start;
  }

  /** Whether it states itself what it imports, so that it is no script. */
  boolean importsForItself() {
    return imports;
  }

  /** The last top-level expression; empty if the program ends with a definition. */
  Optional<Span> lastExpression() {
    return last;
  }
}
