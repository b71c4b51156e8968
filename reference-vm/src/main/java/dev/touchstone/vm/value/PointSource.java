package dev.touchstone.vm.value;

/** Where a textual input port gets its characters from. */
interface PointSource {
  /**
   * Waits for code points.
   *
   * @return how many were put into the array from its beginning on, at least 1; or -1 at the end
   */
  int fill(int[] into);

  /** Whether {@link #fill} would not wait. */
  boolean ready();

  void close();
}
