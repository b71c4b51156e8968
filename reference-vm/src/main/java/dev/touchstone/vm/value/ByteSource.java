package dev.touchstone.vm.value;

import java.io.ByteArrayInputStream;

/**
 * Where an input port gets its octets from. Every method may raise a condition of class {@code
 * file}.
 */
public interface ByteSource {
  /** A source that is at its end. */
  ByteSource EMPTY =
      new ByteSource() {
        @Override
        public int read(byte[] into, int from, int count) {
          return -1;
        }

        @Override
        public boolean ready() {
          return true;
        }

        @Override
        public void close() {}
      };

  /** A source of these octets. */
  static ByteSource of(byte[] octets) {
    ByteArrayInputStream in = new ByteArrayInputStream(octets.clone());
    return new ByteSource() {
      @Override
      public int read(byte[] into, int from, int count) {
        return in.read(into, from, count);
      }

      @Override
      public boolean ready() {
        return true;
      }

      @Override
      public void close() {}
    };
  }

  /**
   * Waits for octets, and takes what is there.
   *
   * @param count the most that are wanted, at least 1
   * @return how many were put into the array from {@code from} on, at least 1; or -1 at the end
   */
  int read(byte[] into, int from, int count);

  /** Whether {@link #read} would not wait. */
  boolean ready();

  /** Nothing will be read any more. */
  void close();
}
