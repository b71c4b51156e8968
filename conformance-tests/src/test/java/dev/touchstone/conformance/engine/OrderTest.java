package dev.touchstone.conformance.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.conformance.engine.setup.Order;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OrderTest {
  private static final List<Integer> NUMBERS = IntStream.range(0, 50).boxed().toList();

  @Test
  void theOrderOfIdsIsTheGivenOne() {
    assertThat(Order.parse("id").arrange(NUMBERS)).isEqualTo(NUMBERS);
  }

  @Test
  void aShuffledOrderHoldsTheSameItemsAndDependsOnItsSeedAlone() {
    List<Integer> shuffled = Order.parse("shuffled:7").arrange(NUMBERS);
    assertThat(shuffled).isNotEqualTo(NUMBERS).containsExactlyInAnyOrderElementsOf(NUMBERS);
    assertThat(Order.parse("shuffled:7").arrange(NUMBERS)).isEqualTo(shuffled);
    assertThat(Order.parse("shuffled:8").arrange(NUMBERS)).isNotEqualTo(shuffled);
  }

  @ParameterizedTest
  @ValueSource(strings = {"id", "shuffled:0", "shuffled:123456789012345678"})
  void aNameIsReadAsItIsWritten(String name) {
    assertThat(Order.parse(name)).hasToString(name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "shuffled", "shuffled:", "shuffled:x", "shuffled:-1", "random"})
  void anyOtherNameIsRejected(String name) {
    assertThatThrownBy(() -> Order.parse(name)).hasMessageContaining("shuffled:");
  }
}
