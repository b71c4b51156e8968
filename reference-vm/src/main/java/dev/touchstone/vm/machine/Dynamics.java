package dev.touchstone.vm.machine;

import dev.touchstone.vm.value.Opaque;
import dev.touchstone.vm.value.Value;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The dynamic state at a point of a run: what the calls that are pending there have set up for what
 * they call. A linked list, innermost entry first; immutable, so that a continuation keeps it by
 * keeping its head.
 */
public final class Dynamics extends Opaque {
  /** What one pending call has set up. */
  public sealed interface Entry {
    /** {@code dynamic-wind}: a body is being run between these thunks. */
    record Wind(Value before, Value after) implements Entry {}

    /** {@code with-exception-handler}: this is the current handler. */
    record Handler(Value procedure) implements Entry {}

    /** A handler is running: the innermost handler below is not current, the next one is. */
    record Handling() implements Entry {}

    /** {@code parameterize}: these parameters have these values. */
    record Parameterization(Map<Parameter, Value> values) implements Entry {
      /** Copies the map. */
      public Parameterization {
        values = Map.copyOf(values);
      }
    }

    /** {@code call-with-continuation-prompt}: the continuation is marked here. */
    record Prompt(Value tag, Value handler) implements Entry {}
  }

  /** The thunk of a wind, and the dynamic state in which it is to be called. */
  public record Step(Value thunk, Dynamics state) {}

  /** The state in which a run begins. */
  public static final Dynamics NONE = new Dynamics(null, null);

  private final @Nullable Entry entry;
  private final @Nullable Dynamics outer;
  private final int depth;

  /** The innermost state from this one on whose entry gives values to parameters, or the empty. */
  private final Dynamics parameterized;

  private Dynamics(@Nullable Entry entry, @Nullable Dynamics outer) {
    this.entry = entry;
    this.outer = outer;
    this.parameterized =
        entry instanceof Entry.Parameterization || outer == null ? this : outer.parameterized;
    this.depth = outer == null ? 0 : outer.depth + 1;
  }

  /** This state with one more entry. */
  public Dynamics with(Entry inner) {
    return new Dynamics(inner, this);
  }

  /** This state without its innermost entry. */
  public Dynamics outer() {
    if (outer == null) {
      throw new MachineFault("the dynamic state has no entry to leave");
    }
    return outer;
  }

  /** This state without its innermost entry, if that is a prompt's. */
  Dynamics withoutPrompt() {
    return entry instanceof Entry.Prompt ? outer() : this;
  }

  /** The current exception handler, or null if there is none. */
  public @Nullable Value handler() {
    int hidden = 0;
    for (Dynamics at = this; at.entry != null; at = at.outer()) {
      if (at.entry instanceof Entry.Handling) {
        hidden++;
      } else if (at.entry instanceof Entry.Handler(Value procedure) && hidden-- == 0) {
        return procedure;
      }
    }
    return null;
  }

  /** The value that the innermost entry for it has given to a parameter, or null. */
  public @Nullable Value valueOf(Parameter parameter) {
    Dynamics at = parameterized;
    while (at.entry instanceof Entry.Parameterization(Map<Parameter, Value> values)) {
      Value value = values.get(parameter);
      if (value != null) {
        return value;
      }
      at = at.outer().parameterized;
    }
    return null;
  }

  /** The state at the innermost prompt with that tag, the prompt included, or null. */
  @SuppressWarnings("ReferenceEquality") // a tag is one object
  public @Nullable Dynamics prompt(Value tag) {
    for (Dynamics at = this; at.entry != null; at = at.outer()) {
      if (at.entry instanceof Entry.Prompt(Value known, Value _) && known == tag) {
        return at;
      }
    }
    return null;
  }

  /** How many prompts it has, whatever their tags. */
  public int prompts() {
    int prompts = 0;
    for (Dynamics at = this; at.entry != null; at = at.outer()) {
      if (at.entry instanceof Entry.Prompt) {
        prompts++;
      }
    }
    return prompts;
  }

  /** The handler of the prompt that is the innermost entry. */
  public Value promptHandler() {
    if (entry instanceof Entry.Prompt(Value _, Value handler)) {
      return handler;
    }
    throw new MachineFault("no prompt is the innermost entry");
  }

  /** How many winds there are in this state that are not in another. */
  @SuppressWarnings("ReferenceEquality") // the same state
  int windsOutside(Dynamics other) {
    int winds = 0;
    Dynamics from = this;
    Dynamics to = other;
    while (from != to) {
      if (from.depth >= to.depth) {
        winds += from.entry instanceof Entry.Wind ? 1 : 0;
        from = from.outer();
      } else {
        to = to.outer();
      }
    }
    return winds;
  }

  /** Whether this is a state with a handler that runs on top of it. */
  @SuppressWarnings("ReferenceEquality") // the same state
  boolean isHandlingIn(Dynamics state) {
    return outer == state && entry instanceof Entry.Handling;
  }

  /** The entries inside of a state that this one is part of, outermost first. */
  public List<Entry> inside(Dynamics state) {
    Deque<Entry> entries = new ArrayDeque<>();
    for (Dynamics at = this; at.depth > state.depth && at.entry != null; at = at.outer()) {
      entries.addFirst(at.entry);
    }
    return List.copyOf(entries);
  }

  /**
   * What is to be called when control moves from this state to another: the after thunks of the
   * winds that it leaves, innermost first, then the before thunks of those that it enters,
   * outermost first. Each runs in the state around its wind.
   */
  public List<Step> stepsTo(Dynamics target) {
    List<Step> steps = new ArrayList<>();
    Deque<Step> entering = new ArrayDeque<>();
    Dynamics from = this;
    Dynamics to = target;
    while (from != to) {
      if (from.depth >= to.depth) {
        if (from.entry instanceof Entry.Wind(Value _, Value after)) {
          steps.add(new Step(after, from.outer()));
        }
        from = from.outer();
      } else {
        if (to.entry instanceof Entry.Wind(Value before, Value _)) {
          entering.addFirst(new Step(before, to.outer()));
        }
        to = to.outer();
      }
    }
    steps.addAll(entering);
    return steps;
  }
}
