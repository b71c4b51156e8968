package dev.touchstone.vm.definitional;

import dev.touchstone.vm.core.Core;
import dev.touchstone.vm.core.CoreProgram;
import dev.touchstone.vm.core.Variable;
import dev.touchstone.vm.machine.Dynamics;
import dev.touchstone.vm.source.Source;
import dev.touchstone.vm.source.Span;
import dev.touchstone.vm.value.Unspecified;
import dev.touchstone.vm.value.Value;
import java.util.ArrayList;
import java.util.List;

/**
 * The states between the parts of an expression that has any number of them: where the next part is
 * evaluated, or, if there is none left, what they were evaluated for.
 */
final class Parts {
  private Parts() {}

  /** The forms of a program one after the other; a value that is not specified if it has none. */
  static Core.Seq all(CoreProgram program) {
    Source source = program.source();
    Span whole = new Span(source, 0, source.text().length());
    List<Core> forms = new ArrayList<>(program.forms());
    if (!program.hasValue()) {
      forms.add(new Core.Const(Unspecified.INSTANCE, whole));
    }
    return new Core.Seq(forms, whole);
  }

  /** {@code seq(i)}: the last part of a sequence is in tail position. */
  static Eval of(Core.Seq e, int i, Environment r, Dynamics d, Continuation k) {
    boolean isLast = i == e.parts().size() - 1;
    return new Eval(e.parts().get(i), r, d, isLast ? k : k.push(new Frame.Part(e, i, r)));
  }

  /** {@code let(vs)}: the initialisers do not see the variables. */
  static Eval of(Core.Let e, Evaluated vs, Environment r, Dynamics d, Continuation k) {
    int i = vs.count();
    if (i == e.initialisers().size()) {
      return new Eval(e.body(), r.bind(e.variables(), vs.values()), d, k);
    }
    return new Eval(e.initialisers().get(i), r, d, k.push(new Frame.Initialiser(e, vs, r)));
  }

  /** {@code together(vs)}: the variables get their values when all are known. */
  static Eval together(Core.Letrec e, Evaluated vs, Environment r, Dynamics d, Continuation k) {
    int i = vs.count();
    if (i == e.initialisers().size()) {
      store(e.variables(), vs.values(), r);
      return new Eval(e.body(), r, d, k);
    }
    return new Eval(e.initialisers().get(i), r, d, k.push(new Frame.Together(e, vs, r)));
  }

  /** {@code in-order(i)}: the variables before the i-th have their values. */
  static Eval inOrder(Core.Letrec e, int i, Environment r, Dynamics d, Continuation k) {
    if (i == e.initialisers().size()) {
      return new Eval(e.body(), r, d, k);
    }
    return new Eval(e.initialisers().get(i), r, d, k.push(new Frame.InOrder(e, i, r)));
  }

  private static void store(List<Variable> variables, List<Value> values, Environment r) {
    for (int i = 0; i < values.size(); i++) {
      r.locationOf(variables.get(i)).set(values.get(i));
    }
  }
}
