package dev.touchstone.conformance.subject.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ChunksTest {
  private static final byte[] BYTES = new byte[200_000];

  static {
    new Random(1).nextBytes(BYTES);
  }

  private final Chunks chunks = new Chunks();

  private void addAllInPiecesOf(int piece) {
    for (int from = 0; from < BYTES.length; from += piece) {
      chunks.add(BYTES, from, Math.min(piece, BYTES.length - from));
    }
  }

  @Test
  void whatIsAddedInAnyPiecesComesBack() {
    for (int piece : new int[] {1, 7, 1 << 15, (1 << 15) + 1, BYTES.length}) {
      addAllInPiecesOf(piece);
      assertThat(chunks.size()).isEqualTo(BYTES.length);
      assertThat(chunks.take()).isEqualTo(BYTES);
      assertThat(chunks.size()).isZero();
    }
  }

  @Test
  void theBeginningIsAsLongAsThereAreBytes() {
    assertThat(chunks.beginning(10)).isEmpty();
    addAllInPiecesOf(50_000);
    for (int most : new int[] {0, 5, 1 << 15, 100_000, BYTES.length, BYTES.length + 1}) {
      assertThat(chunks.beginning(most))
          .isEqualTo(Arrays.copyOf(BYTES, Math.min(most, BYTES.length)));
    }
  }

  @Test
  void afterACutItGoesOnBehindIt() {
    addAllInPiecesOf(1000);
    chunks.cut(40_000);
    chunks.add(BYTES, 40_000, 60_000);
    assertThat(chunks.take()).isEqualTo(Arrays.copyOf(BYTES, 100_000));
  }
}
