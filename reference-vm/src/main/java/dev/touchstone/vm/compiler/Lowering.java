package dev.touchstone.vm.compiler;

import dev.touchstone.vm.core.Core;
import dev.touchstone.vm.core.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Takes the {@code letrec}s out of a program. What they bind becomes, where that cannot be told
 * apart from locations that are filled later, something cheaper: procedures that are never assigned
 * a {@code fix}, other variables a {@code let}. A variable to which an initialiser refers that is
 * evaluated before it has its value remains a location, and every reference to it is checked. A
 * procedure that is a loop is not bound at all: it becomes one where it is first called.
 */
final class Lowering {
  private final FreeVariables free;
  private final Set<Variable> loops;

  private Lowering(FreeVariables free, Set<Variable> loops) {
    this.free = free;
    this.loops = loops;
  }

  /** The same expression without a {@link Core.Letrec} in it. */
  static Core lower(Core core, FreeVariables free) {
    return lower(core, free, LoopFinder.in(core));
  }

  /** The same; of the procedures that are loops only those become one that are given. */
  static Core lower(Core core, FreeVariables free, Set<Variable> loops) {
    return new Lowering(free, loops).lower(core);
  }

  private Core lower(Core core) {
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
      case Core.Call c -> call(c);
      case Core.Seq s -> new Core.Seq(all(s.parts()), s.span());
      case Core.Let l when isChoice(l) -> either(l);
      case Core.Let l ->
          new Core.Let(l.variables(), all(l.initialisers()), lower(l.body()), l.span());
      case Core.Receive r ->
          new Core.Receive(
              r.parameters(), r.rest(), lower(r.producer()), lower(r.body()), r.span());
      case Core.Letrec l -> letrec(l);
      case Core.Locations l -> new Core.Locations(l.variables(), lower(l.body()), l.span());
      case Core.Fix _, Core.Or _, Core.Loop _, Core.Again _ ->
          throw new IllegalArgumentException("this has been lowered before");
    };
  }

  private Core.Lambda lambda(Core.Lambda l) {
    return new Core.Lambda(l.name(), l.parameters(), l.rest(), lower(l.body()), l.span());
  }

  private List<Core> all(List<Core> parts) {
    return parts.stream().map(this::lower).toList();
  }

  private Core call(Core.Call call) {
    return isLoop(call.operator())
        ? new Core.Again(variable(call.operator()), all(call.operands()), call.span())
        : new Core.Call(lower(call.operator()), all(call.operands()), call.span());
  }

  private boolean isLoop(Core operator) {
    return operator instanceof Core.LocalRef reference && loops.contains(reference.variable());
  }

  private static Variable variable(Core reference) {
    return ((Core.LocalRef) reference).variable();
  }

  /** Whether this is what {@code or} becomes: a value if it is true, else another expression. */
  private static boolean isChoice(Core.Let let) {
    Variable first = let.variables().getFirst();
    return first.isTemporary()
        && let.body() instanceof Core.If choice
        && isReference(choice.test(), first)
        && isReference(choice.then(), first);
  }

  private static boolean isReference(Core core, Variable variable) {
    return core instanceof Core.LocalRef reference && reference.variable() == variable;
  }

  private Core either(Core.Let let) {
    Core.If choice = (Core.If) let.body();
    return new Core.Or(lower(let.initialisers().getFirst()), lower(choice.otherwise()), let.span());
  }

  private Core letrec(Core.Letrec letrec) {
    List<Core> initialisers = all(letrec.initialisers());
    List<LetrecPart> parts =
        LetrecPart.of(letrec, initialisers, free).stream()
            .filter(part -> !loops.contains(part.variable()))
            .toList();
    List<Variable> locations = new ArrayList<>();
    for (LetrecPart part : parts) {
      if (part.isLocation()) {
        part.variable().markAssigned();
        locations.add(part.variable());
      }
    }
    Core body = isInitialCall(letrec) ? loop(letrec, initialisers) : lower(letrec.body());
    Core core = letrec.inOrder() ? inOrder(parts, body, letrec) : together(parts, body, letrec);
    return locations.isEmpty() ? core : new Core.Locations(locations, core, letrec.span());
  }

  /** Of the calls of a loop, the one that stands outside of it. */
  private boolean isInitialCall(Core.Letrec letrec) {
    return letrec.body() instanceof Core.Call call
        && isLoop(call.operator())
        && letrec.variables().contains(variable(call.operator()));
  }

  private Core loop(Core.Letrec letrec, List<Core> initialisers) {
    Core.Call initial = (Core.Call) letrec.body();
    Variable name = variable(initial.operator());
    Core.Lambda procedure = (Core.Lambda) initialisers.get(letrec.variables().indexOf(name));
    return new Core.Loop(
        name, procedure.parameters(), all(initial.operands()), procedure.body(), initial.span());
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
