package dev.touchstone.vm.expand;

import dev.touchstone.vm.reader.DatumReader;
import dev.touchstone.vm.reader.Syntax;
import dev.touchstone.vm.source.Diagnostic;
import dev.touchstone.vm.source.DiagnosticException;
import dev.touchstone.vm.source.ErrorClass;
import dev.touchstone.vm.source.Paths;
import dev.touchstone.vm.source.Phase;
import dev.touchstone.vm.source.Source;
import dev.touchstone.vm.source.SourceFiles;
import dev.touchstone.vm.source.Span;
import dev.touchstone.vm.value.Str;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * {@code (include file ...)} and {@code (include-ci file ...)} (R7RS 4.1.7). A file is looked for
 * where the file lies that the form stands in, then in the directories of libraries.
 */
final class Include {
  private final SourceFiles files;
  private final List<String> directories;

  /** By file that was included the file that did so. */
  private final Map<Source, Source> includers = new HashMap<>();

  Include(SourceFiles files, List<String> directories) {
    this.files = files;
    this.directories = directories;
  }

  /**
   * The forms in the files that a form names.
   *
   * @param folds whether they are read as if they began with {@code #!fold-case}
   */
  List<Syntax> forms(Syntax.ListForm form, boolean folds) {
    if (form.items().size() < 2) {
      throw Rejection.malformed(form, "include needs the name of a file: (include \"file\").");
    }
    List<Syntax> forms = new ArrayList<>();
    for (Syntax name : BasicForms.from(form, 1)) {
      if (!(name instanceof Syntax.Atom(Str file, Span _))) {
        throw Rejection.malformed(name, "The name of a file is a string.");
      }
      forms.addAll(read(file.text(), name, folds));
    }
    return forms;
  }

  private List<Syntax> read(String file, Syntax where, boolean folds) {
    Source includer = where.span().source();
    Source source = find(file, where);
    for (Source at = includer; at != null; at = includers.get(at)) {
      if (at.name().equals(source.name())) {
        throw Rejection.of(ErrorClass.IMPORT, where, "The file " + file + " includes itself.");
      }
    }
    includers.put(source, includer);
    return folds ? DatumReader.readAllFoldingCase(source) : DatumReader.readAll(source);
  }

  private Source find(String file, Syntax where) {
    List<String> places = new ArrayList<>();
    places.add(Paths.directory(where.span().source().name()));
    places.addAll(directories);
    for (String place : places) {
      String path = Paths.resolve(place, file);
      Source source = files.source(path);
      if (source != null) {
        return source;
      }
    }
    throw new DiagnosticException(
        new Diagnostic(
            Phase.EXPAND,
            ErrorClass.FILE,
            "The file " + Paths.resolve(places.getFirst(), file) + " cannot be read.",
            where.span()));
  }
}
