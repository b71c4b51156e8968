package dev.touchstone.vm.compiler;

import dev.touchstone.vm.core.Core;
import dev.touchstone.vm.core.Variable;
import java.util.ArrayList;
import java.util.List;

/**
 * Takes the {@code letrec}s out of a program. What they bind becomes, where that cannot be told
 * apart from locations that are filled later, something cheaper: procedures that are never assigned
 * a {@code fix}, other variables a {@code let}. A variable to which an initialiser refers that is
 * evaluated before it has its value remains a location, and every reference to it is checked.
 */
final class Lowering {
  private final FreeVariables free;

  /** The way to lower the parts of one program. */
  Lowering(FreeVariables free) {
    this.free = free;
  }

  /** The same expression without a {@link Core.Letrec} in it. */
  Core lower(Core core) {
    return switch (core) {
      case Core.Const _, Core.LocalRef _, Core.GlobalRef _, Core.StandardRef _ -> core;
      case Core.SetLocal s -> new Core.SetLocal(s.variable(), lower(s.value()), s.span());
      case Core.SetGlobal s -> new Core.SetGlobal(s.name(), lower(s.value()), s.span());
      case Core.DefineGlobal d -> new Core.DefineGlobal(d.name(), lower(d.value()), d.span());
      case Core.If i ->
          new Core.If(lower(i.test()), lower(i.then()), lower(i.otherwise()), i.span());
      case Core.Lambda l -> lambda(l);
      case Core.CaseLambda c ->
          new Core.CaseLambda(c.name(), c.clauses().stream().map(this::lambda).toList(), c.span());
      case Core.Call c -> new Core.Call(lower(c.operator()), all(c.operands()), c.span());
      case Core.Seq s -> new Core.Seq(all(s.parts()), s.span());
      case Core.Let l ->
          new Core.Let(l.variables(), all(l.initialisers()), lower(l.body()), l.span());
      case Core.Receive r ->
          new Core.Receive(
              r.parameters(), r.rest(), lower(r.producer()), lower(r.body()), r.span());
      case Core.Letrec l -> letrec(l);
      case Core.Locations l -> new Core.Locations(l.variables(), lower(l.body()), l.span());
      case Core.Fix _ -> throw new IllegalArgumentException("this has been lowered before");
    };
  }

  private Core.Lambda lambda(Core.Lambda l) {
    return new Core.Lambda(l.name(), l.parameters(), l.rest(), lower(l.body()), l.span());
  }

  private List<Core> all(List<Core> parts) {
    return parts.stream().map(this::lower).toList();
  }

  private Core letrec(Core.Letrec letrec) {
    List<Core> initialisers = all(letrec.initialisers());
    List<LetrecPart> parts = LetrecPart.of(letrec, initialisers, free);
    List<Variable> locations = new ArrayList<>();
    for (LetrecPart part : parts) {
      if (part.isLocation()) {
        part.variable().markAssigned();
        locations.add(part.variable());
      }
    }
    Core body = lower(letrec.body());
    Core core = letrec.inOrder() ? inOrder(parts, body, letrec) : together(parts, body, letrec);
    return locations.isEmpty() ? core : new Core.Locations(locations, core, letrec.span());
  }

  /** Each variable has its value before the next initialiser is evaluated. */
  private static Core inOrder(List<LetrecPart> parts, Core body, Core.Letrec whole) {
    Core core = body;
    int end = parts.size();
    while (end > 0) {
      LetrecPart last = parts.get(end - 1);
      int start = end - 1;
      while (start > 0 && parts.get(start - 1).segment() == last.segment()) {
        start--;
      }
      core = segment(parts.subList(start, end), core, whole);
      end = start;
    }
    return core;
  }

  /** Procedures that follow each other, or a single other variable. */
  private static Core segment(List<LetrecPart> parts, Core rest, Core.Letrec whole) {
    List<LetrecPart> bound = parts.stream().filter(part -> !part.isLocation()).toList();
    Core core = assign(parts.stream().filter(LetrecPart::isLocation).toList(), rest, whole);
    if (bound.isEmpty()) {
      return core;
    }
    return bound.getFirst().isProcedure() ? fix(bound, core, whole) : let(bound, core, whole);
  }

  /** All variables get their values when all are known. */
  private static Core together(List<LetrecPart> parts, Core body, Core.Letrec whole) {
    List<LetrecPart> procedures = parts.stream().filter(LetrecPart::isProcedure).toList();
    List<Variable> variables = new ArrayList<>();
    List<Core> values = new ArrayList<>();
    List<Core> steps = new ArrayList<>();
    for (LetrecPart part : parts) {
      if (!part.isProcedure()) {
        Variable variable = part.isLocation() ? Variable.temporary() : part.variable();
        variables.add(variable);
        values.add(part.initialiser());
        if (part.isLocation()) {
          Core value = new Core.LocalRef(variable, whole.span());
          steps.add(new Core.SetLocal(part.variable(), value, whole.span()));
        }
      }
    }
    steps.add(body);
    Core core = steps.size() == 1 ? body : new Core.Seq(steps, whole.span());
    core = values.isEmpty() ? core : new Core.Let(variables, values, core, whole.span());
    return procedures.isEmpty() ? core : fix(procedures, core, whole);
  }

  private static Core assign(List<LetrecPart> parts, Core rest, Core.Letrec whole) {
    if (parts.isEmpty()) {
      return rest;
    }
    List<Core> steps = new ArrayList<>();
    parts.forEach(
        part -> steps.add(new Core.SetLocal(part.variable(), part.initialiser(), whole.span())));
    steps.add(rest);
    return new Core.Seq(steps, whole.span());
  }

  private static Core fix(List<LetrecPart> parts, Core body, Core.Letrec whole) {
    return new Core.Fix(
        parts.stream().map(LetrecPart::variable).toList(),
        parts.stream().map(part -> (Core.Lambda) part.initialiser()).toList(),
        body,
        whole.span());
  }

  private static Core let(List<LetrecPart> parts, Core body, Core.Letrec whole) {
    return new Core.Let(
        parts.stream().map(LetrecPart::variable).toList(),
        parts.stream().map(LetrecPart::initialiser).toList(),
        body,
        whole.span());
  }
}
