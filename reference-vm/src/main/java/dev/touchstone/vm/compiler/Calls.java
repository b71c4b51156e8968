package dev.touchstone.vm.compiler;

import dev.touchstone.vm.core.Core;
import java.util.IdentityHashMap;
import java.util.List;

/** Whether a call may be made, other than of an integrated procedure, while a body is evaluated. */
final class Calls {
  /** What has been found out of loops, so that nested ones are not searched at each level. */
  private final IdentityHashMap<Core.Loop, Boolean> known = new IdentityHashMap<>();

  /** Whether evaluating an expression may make a call; to make a closure makes none. */
  boolean in(Core core) {
    return switch (core) {
      case Core.Const _, Core.LocalRef _, Core.GlobalRef _, Core.StandardRef _ -> false;
      case Core.Lambda _, Core.CaseLambda _ -> false;
      case Core.SetLocal s -> in(s.value());
      case Core.SetGlobal s -> in(s.value());
      case Core.DefineGlobal d -> in(d.value());
      case Core.If i -> in(i.test()) || in(i.then()) || in(i.otherwise());
      case Core.Call c -> Integration.of(c) == null || inAny(c.operands());
      case Core.Seq s -> inAny(s.parts());
      case Core.Let l -> inAny(l.initialisers()) || in(l.body());
      case Core.Receive r -> in(r.producer()) || in(r.body());
      case Core.Letrec l -> inAny(l.initialisers()) || in(l.body());
      case Core.Fix f -> in(f.body());
      case Core.Locations l -> in(l.body());
      case Core.Or o -> in(o.first()) || in(o.second());
      case Core.Loop l -> inLoop(l);
      case Core.Again a -> inAny(a.operands());
    };
  }

  private boolean inAny(List<Core> parts) {
    return parts.stream().anyMatch(this::in);
  }

  private boolean inLoop(Core.Loop loop) {
    Boolean found = known.get(loop);
    if (found == null) {
      found = inAny(loop.initialisers()) || in(loop.body());
      known.put(loop, found);
    }
    return found;
  }
}
