package dev.touchstone.vm.expand;

import java.util.List;

/** What this implementation says of itself: {@code (features)}, and {@code cond-expand}. */
public final class FeatureNames {
  /** The identifiers, of which R7RS appendix B lists those that are not this VM's own. */
  public static final List<String> ALL =
      List.of(
          "r7rs",
          "exact-closed",
          "exact-complex",
          "ieee-float",
          "full-unicode",
          "ratios",
          "touchstone");

  private FeatureNames() {}
}
