package dev.touchstone.vm.expand;

import dev.touchstone.vm.core.Core;
import dev.touchstone.vm.core.CoreProgram;
import dev.touchstone.vm.reader.DatumReader;
import dev.touchstone.vm.reader.Syntax;
import dev.touchstone.vm.source.ErrorClass;
import dev.touchstone.vm.source.Paths;
import dev.touchstone.vm.source.Source;
import dev.touchstone.vm.source.SourceFiles;
import dev.touchstone.vm.source.Span;
import dev.touchstone.vm.value.SchemeError;
import dev.touchstone.vm.value.Symbol;
import dev.touchstone.vm.value.Value;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What all programs of one run have in common: the libraries, and the environment in which
 * definitions outlive the program that they stand in. A run begins with one program; {@code eval}
 * and a listener add further ones. Not thread-safe.
 */
public final class Session {
  private static final Source EVALUATED = Source.of("<eval>", "");

  private final Predicate<Symbol> standard;
  private final List<String> directories;
  private final Libraries libraries;
  private final Include include;
  private final Renamings renamings = new Renamings();
  private final SourceFiles files;

  /**
   * Whether standard variables are those of their names, which nobody can change: no part of the
   * run is a script.
   */
  private boolean closed;

  /** Where the run's program stands, and what comes after it. */
  private TopLevel top;

  /** The objects that the parts of an evaluated datum were made of. */
  private IdentityHashMap<Syntax, Value> objects = new IdentityHashMap<>();

  /**
   * A session.
   *
   * @param standard whether the library has a variable of a name
   * @param files where libraries and included files are read
   * @param directories in which libraries are looked for, before that of the program itself
   */
  public Session(Predicate<Symbol> standard, SourceFiles files, List<String> directories) {
    this.standard = standard;
    this.files = files;
    this.directories = new ArrayList<>(directories);
    this.libraries = new Libraries(this, files, this.directories);
    this.include = new Include(files, this.directories);
    this.top = TopLevel.ofScript(this);
  }

  /** A session without files, for programs that need no library. */
  static Session bare() {
    return new Session(_ -> false, SourceFiles.none(), List.of());
  }

  /**
   * The run's program, in Core: a script, or if it begins with imports a program that has these
   * alone. To be called once, and first.
   *
   * @param nestingLimit how deeply its forms may be nested; the Java stack must have room for it
   * @throws dev.touchstone.vm.source.DiagnosticException if it is rejected
   */
  public CoreProgram program(Source source, List<Syntax> program, int nestingLimit) {
    directories.add(Paths.directory(source.name()));
    Expander expander = expander(source, nestingLimit);
    Deque<Syntax> rest = new ArrayDeque<>(program);
    closed = new Header(this, rest).take();
    if (closed) {
      top = TopLevel.ofProgram(this);
    }
    Program forms = new Program(expander, top);
    rest.forEach(forms::add);
    libraries.expandAll(expander);
    return new CoreProgram(source, forms.forms(), forms.hasValue());
  }

  /**
   * Further forms of the run, in Core.
   *
   * @throws dev.touchstone.vm.source.DiagnosticException if they are rejected
   */
  public CoreProgram forms(
      Source source, List<Syntax> syntax, EvaluationEnvironment where, int nestingLimit) {
    libraries.beginForms();
    Program forms = new Program(expander(source, nestingLimit), where.top());
    syntax.forEach(forms::add);
    return new CoreProgram(source, forms.forms(), forms.hasValue());
  }

  /** A datum as a program (R7RS 6.12). */
  public CoreProgram datum(Value datum, EvaluationEnvironment where, int nestingLimit) {
    objects = new IdentityHashMap<>();
    Syntax syntax = new DatumSyntax(new Span(EVALUATED, 0, 0), objects).of(datum);
    return forms(EVALUATED, List.of(syntax), where, nestingLimit);
  }

  /**
   * A file as a program (R7RS 6.14).
   *
   * @throws SchemeError of class {@code file} if it cannot be read
   */
  public CoreProgram file(String path, EvaluationEnvironment where, int nestingLimit) {
    Source source = files.source(Paths.resolve("", path));
    if (source == null) {
      throw SchemeError.of(ErrorClass.FILE, "load: the file " + path + " cannot be read");
    }
    return forms(source, DatumReader.readAll(source), where, nestingLimit);
  }

  /**
   * A program whose value is an environment of imports, after the bodies of the libraries that
   * these need.
   *
   * @param sets import sets, as data
   */
  public CoreProgram environment(List<Value> sets, int nestingLimit) {
    Span span = new Span(EVALUATED, 0, 0);
    List<Syntax> items = new ArrayList<>();
    items.add(new Syntax.Atom(Symbol.of("import"), span));
    for (Value set : sets) {
      items.add(new DatumSyntax(span, new IdentityHashMap<>()).of(set));
    }
    libraries.beginForms();
    TopLevel fixed = TopLevel.fixed(this);
    Expander expander = expander(EVALUATED, nestingLimit);
    List<Library> needed =
        libraries.importInto(expander, new Syntax.ListForm(items, null, span), fixed);
    List<Core> forms = libraries.instantiate(needed);
    forms.add(new Core.Const(new EvaluationEnvironment(fixed), span));
    return new CoreProgram(EVALUATED, forms, /* hasValue= */ true);
  }

  /** The environment of R5RS (R7RS 6.12). */
  public EvaluationEnvironment reportEnvironment() {
    List<Symbol> names = StandardLibraries.exports("(scheme r5rs)");
    return fixed(names == null ? List.of() : names);
  }

  /** The environment of the syntax of R5RS alone (R7RS 6.12). */
  public EvaluationEnvironment nullEnvironment() {
    return fixed(StandardLibraries.syntaxOfR5rs());
  }

  private EvaluationEnvironment fixed(List<Symbol> names) {
    TopLevel fixed = TopLevel.fixed(this);
    for (Symbol name : names) {
      fixed.bind(name, Objects.requireNonNull(standard(name)));
    }
    return new EvaluationEnvironment(fixed);
  }

  /** The program's own environment, with all standard names (R7RS 6.12). */
  public EvaluationEnvironment interactionEnvironment() {
    return new EvaluationEnvironment(top.withStandardNames());
  }

  private Expander expander(Source source, int nestingLimit) {
    return new Expander(this, nestingLimit, new Uses(source.text().length()));
  }

  // For whoever shows the session.

  /** Whether a name is that of syntax in the program's environment. */
  public boolean isSyntax(Symbol name) {
    return switch (top.lookUp(name)) {
      case Binding.Special _, Binding.Macro _ -> true;
      case Binding.Local _, Binding.Global _, Binding.Imported _, Binding.Unbound _ -> false;
    };
  }

  /** The name in Core of the variable that a name means there, or null if it means syntax. */
  public @Nullable Symbol variable(Symbol name) {
    return switch (top.lookUp(name)) {
      case Binding.Global(Symbol variable) -> variable;
      case Binding.Imported(Symbol variable, boolean _) -> variable;
      case Binding.Unbound unbound -> unbound.variable();
      case Binding.Special _, Binding.Macro _, Binding.Local _ -> null;
    };
  }

  /**
   * Lets libraries be expanded and run again that became part of the last forms, if these have come
   * to no good end.
   */
  public void forgetUnfinished() {
    libraries.forgetLatest();
  }

  /**
   * The names that mean something at the run's top level.
   *
   * @param library names of the standard library's variables
   */
  public SortedSet<String> names(Collection<Symbol> library) {
    SortedSet<String> names = new TreeSet<>();
    top.names().forEach(name -> names.add(name.name()));
    library.stream().filter(this::isStandard).forEach(name -> names.add(name.name()));
    return names;
  }

  // For the expander.

  /** The libraries of the run. */
  Libraries libraries() {
    return libraries;
  }

  /** The identifiers that macros have inserted. */
  Renamings renamings() {
    return renamings;
  }

  /** Whether the library has a variable of that name. */
  boolean isStandard(Symbol name) {
    return standard.test(name);
  }

  /** What a name stands for in the standard libraries, as far as it is implemented, or null. */
  @Nullable Binding standard(Symbol name) {
    Keyword keyword = Keyword.of(name);
    if (keyword != null) {
      return new Binding.Special(keyword);
    }
    return isStandard(name) ? new Binding.Imported(name, /* standard= */ !closed) : null;
  }

  /** The object that a part of an evaluated datum was made of, or null for anything else. */
  @Nullable Value objectOf(Syntax syntax) {
    return objects.get(syntax);
  }

  /** The forms of a {@code cond-expand} that are to take its place. */
  List<Syntax> chosen(Syntax.ListForm form) {
    return CondExpand.chosen(form, libraries::exists);
  }

  /** The forms of included files. */
  List<Syntax> included(Syntax.ListForm form, boolean folds) {
    return include.forms(form, folds);
  }
}
