package dev.touchstone.conformance.corpus.lint;

import dev.touchstone.vm.reader.Syntax;
import dev.touchstone.vm.source.Span;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Tells what each part of a program is: a standard name, a name that the program binds, data. */
public final class NameScan extends ProgramWalk {
  /** What an atom is. */
  public enum Role {
    /** A name that the program does not bind, or a literal in the place of an expression. */
    FREE,

    /** A use of a name that the program binds. */
    BOUND,

    /** A name without binding in an operand or a template of a macro: it may mean anything. */
    OPAQUE,

    /** A part of a datum. */
    DATUM,

    /** None of these: the place where a name is bound, or a word of syntax such as {@code else}. */
    BINDER
  }

  private static final Set<String> WORDS = Set.of("else", "=>");

  private final Map<Span, Role> roles = new HashMap<>();
  private final Set<String> bound = new HashSet<>();

  private NameScan() {}

  /** Scans the texts of one program, of which each may use what another defines. */
  public static NameScan of(List<List<Syntax>> texts) {
    NameScan scan = new NameScan();
    scan.bound.addAll(scan.walk(texts, Set.of()).everBound());
    return scan;
  }

  /** What a part of the program is; for a list or vector only whether it is a datum. */
  public Role role(Syntax part) {
    Role role = roles.getOrDefault(part.span(), Role.BINDER);
    boolean word =
        role == Role.BINDER
            && Shape.name(part).filter(n -> WORDS.contains(n) && !bound.contains(n)).isPresent();
    return word ? Role.FREE : role;
  }

  /** All names that the program binds anywhere. */
  public Set<String> bound() {
    return Set.copyOf(bound);
  }

  @Override
  void reference(String name, Span span, Scope scope) {
    boolean isBound = scope.find(name).isPresent();
    roles.put(span, isBound ? Role.BOUND : scope.isTolerant() ? Role.OPAQUE : Role.FREE);
  }

  @Override
  void literal(Syntax.Atom atom) {
    roles.put(atom.span(), Role.FREE);
  }

  @Override
  void datum(Syntax part) {
    roles.put(part.span(), Role.DATUM);
  }
}
