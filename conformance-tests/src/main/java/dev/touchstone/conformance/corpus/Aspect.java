package dev.touchstone.conformance.corpus;

import dev.touchstone.vm.source.ErrorClass;
import dev.touchstone.vm.source.Phase;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One thing that is expected of a run. */
public sealed interface Aspect {
  /** The keys of all aspects. */
  static List<String> kinds() {
    return ExpectationReader.ASPECT_KEYS;
  }

  /** The key by which a case names it, for example {@code value}. */
  String kind();

  /** The value of the last form, as an external representation. */
  record ValueIs(String datum) implements Aspect {
    @Override
    public String kind() {
      return "value";
    }
  }

  /** Several values, or none, of the last form. */
  record ValuesAre(List<String> data) implements Aspect {
    /** Copies the list. */
    public ValuesAre {
      data = List.copyOf(data);
    }

    @Override
    public String kind() {
      return "values";
    }
  }

  /**
   * A number within some units in the last place.
   *
   * @param datum the number
   * @param ulps at least 0
   */
  record Near(String datum, long ulps) implements Aspect {
    @Override
    public String kind() {
      return "near";
    }
  }

  /** A value without portable written form. */
  record OpaqueIs(OpaqueKind type) implements Aspect {
    @Override
    public String kind() {
      return "opaque";
    }
  }

  /** The kinds of values without portable written form. */
  enum OpaqueKind {
    PROCEDURE,
    PROMISE,
    PORT,
    EOF;

    /** The name used in cases and by subjects: {@code procedure}, ... */
    public String id() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /** Any completion without error; no value is compared. */
  record UnspecifiedValue() implements Aspect {
    @Override
    public String kind() {
      return "unspecified";
    }
  }

  /** The output, byte for byte in UTF-8. */
  record OutputIs(String text) implements Aspect {
    @Override
    public String kind() {
      return "output";
    }
  }

  /** The output's lines, whatever ends them. */
  record OutputLines(List<String> lines) implements Aspect {
    /** Copies the list. */
    public OutputLines {
      lines = List.copyOf(lines);
    }

    @Override
    public String kind() {
      return "output-lines";
    }
  }

  /**
   * The run ends with an uncaught error.
   *
   * @param phases the allowed phases; empty if any will do
   * @param classes the allowed classes, at least one
   */
  record ErrorIs(Set<Phase> phases, Set<ErrorClass> classes) implements Aspect {
    /** Copies the sets. */
    public ErrorIs {
      phases = Set.copyOf(phases);
      classes = Set.copyOf(classes);
    }

    @Override
    public String kind() {
      return "error";
    }
  }

  /** The program ends by {@code exit} with that code. */
  record ExitIs(int code) implements Aspect {
    @Override
    public String kind() {
      return "exit";
    }
  }

  /** The run ends because the limit of that name was reached. */
  record ExhaustedIs(String limit) implements Aspect {
    @Override
    public String kind() {
      return "exhausted";
    }
  }

  /**
   * How the use of memory grows over the values of {@code vary}, by counter: {@code frames}, {@code
   * stack}, ...
   */
  record Space(Map<String, Growth> growth) implements Aspect {
    @Override
    public String kind() {
      return "space";
    }
  }

  /** A growth claim. */
  enum Growth {
    CONSTANT,
    LINEAR
  }

  /**
   * Portable trace events of procedures defined in the program.
   *
   * @param mode {@code ordered} (in this order, others between), {@code exact}, {@code absent},
   *     {@code counted}
   * @param events as the trace chapter writes them
   */
  record Events(String mode, List<String> events) implements Aspect {
    /** Copies the list. */
    public Events {
      events = List.copyOf(events);
    }

    @Override
    public String kind() {
      return "events";
    }
  }

  /** The canonical instructions executed, one line each. */
  record Steps(List<String> lines) implements Aspect {
    /** Copies the list. */
    public Steps {
      lines = List.copyOf(lines);
    }

    @Override
    public String kind() {
      return "steps";
    }
  }

  /** After some number of collections the program's value becomes this datum. */
  record Eventually(String datum) implements Aspect {
    @Override
    public String kind() {
      return "eventually";
    }
  }
}
