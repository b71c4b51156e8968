package dev.touchstone.vm.expand;

import dev.touchstone.vm.core.Core;
import dev.touchstone.vm.reader.DatumReader;
import dev.touchstone.vm.reader.Syntax;
import dev.touchstone.vm.source.Paths;
import dev.touchstone.vm.source.Source;
import dev.touchstone.vm.source.SourceFiles;
import dev.touchstone.vm.value.Symbol;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The libraries of a run: the standard ones, those that its texts define, and those whose files are
 * found. Each is expanded when it is first imported, and its body is put before that of the first
 * program that needs it.
 */
final class Libraries {
  /** How many of the libraries that led to a mistake are named. */
  private static final int MOST_NAMED = 5;

  private final Session session;
  private final SourceFiles files;
  private final List<String> directories;
  private final Map<LibraryName, Syntax.ListForm> declared = new LinkedHashMap<>();
  private final Map<LibraryName, Library> expanded = new HashMap<>();

  /** The libraries whose expansion has begun and not ended, and where they are imported. */
  private final LinkedHashMap<LibraryName, Syntax> begun = new LinkedHashMap<>();

  /** Those whose bodies are part of some program. */
  private final Set<Library> instantiated = new HashSet<>();

  /** Of these, those that the last forms have brought. */
  private final List<Library> latest = new ArrayList<>();

  /** The libraries that were read from files. */
  private final Set<LibraryName> loaded = new HashSet<>();

  Libraries(Session session, SourceFiles files, List<String> directories) {
    this.session = session;
    this.files = files;
    this.directories = directories;
  }

  /** Takes a {@code define-library}; it is expanded when it is imported. */
  void declare(Syntax.ListForm form, boolean again) {
    LibraryName name = nameOf(form);
    if (StandardLibraries.exports(name.toString()) != null) {
      throw Rejection.ofImport(form, "The library " + name + " is a standard one.");
    }
    if (declared.put(name, form) != null && !again) {
      throw Rejection.ofImport(form, "The library " + name + " is defined twice.");
    }
    expanded.remove(name);
  }

  private static LibraryName nameOf(Syntax.ListForm form) {
    if (form.items().size() < 2) {
      throw Rejection.malformed(
          form, "define-library needs a name: (define-library (name) declaration ...).");
    }
    return LibraryName.of(Expander.properList(form).items().get(1));
  }

  /**
   * Binds what an import declaration names.
   *
   * @return the libraries, whose bodies are to be run
   */
  List<Library> importInto(Expander expander, Syntax.ListForm form, TopLevel where) {
    List<Library> needed = new ArrayList<>();
    for (Syntax set : BasicForms.from(form, 1)) {
      Library library = find(expander, ImportSet.library(set), set);
      needed.add(library);
      ImportSet.bind(set, library.exports(), where);
    }
    return needed;
  }

  /** Whether there is a library of that name; it may still turn out to be malformed. */
  boolean exists(LibraryName name) {
    return expanded.containsKey(name)
        || declared.containsKey(name)
        || StandardLibraries.exports(name.toString()) != null
        || place(name) != null;
  }

  /**
   * The library of a name, expanded.
   *
   * @param where it is imported
   */
  Library find(Expander expander, LibraryName name, Syntax where) {
    Library known = expanded.get(name);
    if (known != null) {
      return known;
    }
    List<Symbol> standard = StandardLibraries.exports(name.toString());
    Library library =
        standard == null ? expand(expander, name, where) : standardLibrary(name, standard);
    expanded.put(name, library);
    return library;
  }

  private Library standardLibrary(LibraryName name, List<Symbol> names) {
    Map<Symbol, Binding> exports = new LinkedHashMap<>();
    for (Symbol exported : names) {
      exports.put(exported, Objects.requireNonNull(session.standard(exported)));
    }
    return new Library(name, exports, List.of(), List.of());
  }

  private Library expand(Expander expander, LibraryName name, Syntax where) {
    if (begun.containsKey(name)) {
      throw Rejection.ofImport(where, "The library " + name + " imports itself." + chain(name));
    }
    Syntax.ListForm form = declared.get(name);
    if (form == null) {
      form = load(name, where);
    }
    begun.put(name, where);
    boolean done = false;
    try {
      expander.deeper(where);
      Library library = new LibraryExpansion(expander).expand(name, form);
      expander.shallower();
      done = true;
      return library;
    } finally {
      begun.remove(name);
      if (!done) {
        forgetFile(name);
      }
    }
  }

  /** Expands what has been declared, and nobody has imported: it may be malformed. */
  void expandAll(Expander expander) {
    for (Map.Entry<LibraryName, Syntax.ListForm> entry : List.copyOf(declared.entrySet())) {
      find(expander, entry.getKey(), entry.getValue());
    }
  }

  private Syntax.ListForm load(LibraryName name, Syntax where) {
    String place = place(name);
    Source source = place == null ? null : files.source(place);
    if (source == null) {
      String path = name.path();
      String looked = path == null ? "" : ", and no file " + path;
      throw Rejection.ofImport(where, "There is no library " + name + looked + "." + chain(null));
    }
    for (Syntax syntax : DatumReader.readAll(source)) {
      if (!"define-library".equals(Header.word(syntax))) {
        throw Rejection.ofImport(syntax, "The file of a library has nothing but define-library.");
      }
      Syntax.ListForm form = Expander.properList(syntax);
      if (declared.putIfAbsent(nameOf(form), form) == null) {
        loaded.add(nameOf(form));
      }
    }
    Syntax.ListForm found = declared.get(name);
    if (found == null) {
      throw Rejection.ofImport(
          where, "The file " + source.name() + " does not define the library " + name + ".");
    }
    return found;
  }

  /** The path of the file in which a library is, or null if there is none. */
  private @Nullable String place(LibraryName name) {
    String path = name.path();
    if (path != null) {
      for (String directory : directories) {
        String at = Paths.resolve(directory, path);
        if (files.exists(at)) {
          return at;
        }
      }
    }
    return null;
  }

  /**
   * By whom the library is imported in which a mistake was found, and so on outwards.
   *
   * @param last the one that ends a cycle, or null
   */
  private String chain(@Nullable LibraryName last) {
    StringBuilder text = new StringBuilder();
    int named = 0;
    for (Map.Entry<LibraryName, Syntax> entry : begun.sequencedEntrySet().reversed()) {
      if (named++ == MOST_NAMED) {
        return text.append(", and so on.").toString();
      }
      text.append(named == 1 ? " It is imported by " : ", that by ").append(entry.getKey());
      text.append(", which is imported at ").append(entry.getValue().span());
      if (entry.getKey().equals(last)) {
        break;
      }
    }
    return text.isEmpty() ? "" : text.append('.').toString();
  }

  /** Further forms of the run are about to be expanded. */
  void beginForms() {
    latest.clear();
  }

  /** Lets those be expanded and run again that became part of these. */
  void forgetLatest() {
    for (Library library : latest) {
      instantiated.remove(library);
      expanded.remove(library.name(), library);
      forgetFile(library.name());
    }
    latest.clear();
  }

  /** A file that was not good may be another one when it is read again. */
  private void forgetFile(LibraryName name) {
    if (loaded.remove(name)) {
      declared.remove(name);
    }
  }

  /** The bodies of libraries and of those that they import, as far as they have not run yet. */
  List<Core> instantiate(List<Library> needed) {
    List<Core> forms = new ArrayList<>();
    needed.forEach(library -> instantiate(library, forms));
    return forms;
  }

  private void instantiate(Library library, List<Core> forms) {
    if (instantiated.add(library)) {
      latest.add(library);
      library.imports().forEach(imported -> instantiate(imported, forms));
      forms.addAll(library.forms());
    }
  }
}
