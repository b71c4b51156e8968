package dev.touchstone.vm.api;

import java.util.List;
import java.util.Map;

/** What this VM says of itself to whoever tests it, in the words of {@code spec/features.yaml}. */
public final class Claims {
  /** The rungs that it has whole. */
  public static final List<String> RUNGS =
      List.of(
          "base",
          "arith",
          "functions",
          "data",
          "tail",
          "core",
          "errors",
          "macros",
          "control",
          "libraries",
          "r7rs");

  /** The features that it has beyond these, of optional chapters. */
  public static final List<String> FEATURES =
      List.of("delimited", "bytecode", "bytecode-verifier", "trace-events", "trace-steps");

  /** Its answers by capability. */
  public static final Map<String, String> CAPABILITIES =
      Map.ofEntries(
          Map.entry("int-model", "bignum"),
          Map.entry("checked", "yes"),
          Map.entry("redefinition", "yes"),
          Map.entry("truth", "only-false"),
          Map.entry("empty-list", "distinct"),
          Map.entry("car-of-empty", "error"),
          Map.entry("under-apply", "error"),
          Map.entry("over-apply", "error"),
          Map.entry("argument-order", "left-to-right"),
          Map.entry("literals", "immutable"),
          Map.entry("tail-space", "s-free"),
          Map.entry("char-range", "unicode"));

  private Claims() {}
}
