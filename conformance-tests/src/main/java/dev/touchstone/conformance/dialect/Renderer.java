package dev.touchstone.conformance.dialect;

import dev.touchstone.conformance.corpus.Program;
import dev.touchstone.conformance.corpus.lint.NameScan;
import dev.touchstone.vm.reader.DatumReader;
import dev.touchstone.vm.reader.Syntax;
import dev.touchstone.vm.source.DiagnosticException;
import dev.touchstone.vm.source.Source;
import dev.touchstone.vm.source.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Writes Scheme programs in another Lisp's words. First every name of a program is told apart
 * ({@link NameScan}): standard, bound by the program, or data. After that rewriting needs no scope:
 * rules apply to standard names alone, and a name that the program binds is replaced everywhere, if
 * the other Lisp uses it for something else. Thread-safe.
 */
public final class Renderer {
  private final DialectMap map;
  private final Set<String> standard;
  private final Set<String> ownWords;

  /**
   * A renderer.
   *
   * @param standard all identifiers of the language
   */
  public Renderer(DialectMap map, Set<String> standard) {
    this.map = map;
    this.standard = Set.copyOf(standard);
    this.ownWords = map.ownWords();
  }

  /** The map. */
  public DialectMap map() {
    return map;
  }

  /** Renders a program that is one text. */
  public Rendering render(Source program) {
    return render(program, List.of());
  }

  /** Renders all texts of a program, by their paths, the main one under that name. */
  public Map<String, Rendering> render(Program.Scheme program, String main) {
    Map<String, Source> sources = new LinkedHashMap<>();
    sources.put(main, Source.of(main, program.main()));
    program.files().forEach((path, text) -> sources.put(path, Source.of(path, text)));
    Map<String, Rendering> renderings = new LinkedHashMap<>();
    sources.forEach(
        (path, source) -> {
          List<Source> others = new ArrayList<>(sources.values());
          others.remove(source);
          renderings.put(path, render(source, others));
        });
    return renderings;
  }

  /**
   * Renders a text.
   *
   * @param others texts of the same program, whose definitions it may use
   */
  public Rendering render(Source program, List<Source> others) {
    List<List<Syntax>> texts = new ArrayList<>();
    try {
      texts.add(DatumReader.readAll(program));
      for (Source other : others) {
        texts.add(DatumReader.readAll(other));
      }
      NameScan names = NameScan.of(texts);
      LocalNames locals = LocalNames.of(texts, names, ownWords, standard);
      return new Run(map, standard, program, names, locals).render(texts.getFirst());
    } catch (DiagnosticException unreadable) {
      return unreadable(program, unreadable.diagnostic().span());
    } catch (Inexpressible refused) {
      return new Rendering.Refused(refused.reason(), refused.span());
    }
  }

  private Rendering unreadable(Source program, Span span) {
    if (!map.layout().unreadable()) {
      return new Rendering.Refused(
          "this does not read as Scheme: there is no tree to rewrite", span);
    }
    String text = program.text();
    return new Rendering.Text(
        text, 0, List.of(), Optional.empty(), text, false, false, ValueKind.UNKNOWN);
  }

  /** The ranges of the forms of a text; of all of it, if it is no Scheme; none if it is blank. */
  static List<Rendering.Range> forms(String text) {
    if (text.isBlank()) {
      return List.of();
    }
    try {
      return DatumReader.readAll(Source.of("preamble", text)).stream()
          .map(form -> new Rendering.Range(form.span().start(), form.span().end()))
          .toList();
    } catch (DiagnosticException e) {
      return List.of(new Rendering.Range(0, text.length()));
    }
  }

  /** A text with a template around a part of it. */
  static String wrap(String text, Optional<Rendering.Range> part, String template, String end) {
    StringBuilder wrapped = new StringBuilder(text);
    if (part.isPresent() && !template.isEmpty()) {
      int from = part.get().start();
      int to = part.get().end();
      wrapped.replace(from, to, template.replace("{form}", text.substring(from, to)));
    }
    if (!end.isEmpty()) {
      wrapped.append(end).append(end.endsWith("\n") ? "" : "\n");
    }
    return wrapped.toString();
  }
}
