package dev.touchstone.vm.library;

import dev.touchstone.vm.library.StandardLibrary.Registry;
import dev.touchstone.vm.machine.Arguments;
import dev.touchstone.vm.value.Bool;
import dev.touchstone.vm.value.Promise;
import dev.touchstone.vm.value.Unspecified;
import dev.touchstone.vm.value.Value;

/** Promises (R7RS 4.2.5); {@code force} itself is in {@code control.scm}. */
final class PromiseProcedures {
  private PromiseProcedures() {}

  static void register(Registry r) {
    r.add("promise?", a -> Bool.of(a instanceof Promise));
    r.add("make-promise", a -> a instanceof Promise ? a : Promise.forced(a));
    r.add("%make-forced", Promise::forced);
    r.add("%delay-force", Promise::delayed);
    r.add("%forced?", a -> Bool.of(promise(a).isForced()));
    r.add("%promise-content", a -> promise(a).content());
    r.add("%become!", PromiseProcedures::become);
  }

  private static Value become(Value promise, Value next) {
    promise(promise).become(promise(next));
    return Unspecified.INSTANCE;
  }

  private static Promise promise(Value value) {
    if (value instanceof Promise promise) {
      return promise;
    }
    throw Arguments.wrongType("delay-force", 1, "an expression that makes a promise", value);
  }
}
