package dev.touchstone.vm.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class JvmHostTest {
  private final Host host = new JvmHost(_ -> {});

  private static int depth(int more) {
    return more == 0 ? 0 : 1 + depth(more - 1);
  }

  @Test
  void anOrdinaryThreadGetsADeepOneForTheFrontEnd() {
    assertThat(host.withDeepStack(() -> depth(500_000))).isEqualTo(500_000);
    assertThat(host.withDeepStack(Thread::currentThread)).isNotSameAs(Thread.currentThread());
  }

  @Test
  void aDeepThreadDoesTheWorkItself() throws InterruptedException {
    AtomicReference<Thread> worker = new AtomicReference<>();
    AtomicReference<Integer> depth = new AtomicReference<>();
    Thread deep =
        new DeepThread(
            "deep",
            () -> {
              worker.set(host.withDeepStack(Thread::currentThread));
              depth.set(host.withDeepStack(() -> depth(500_000)));
            });
    deep.start();
    deep.join();
    assertThat(worker.get()).isSameAs(deep);
    assertThat(depth.get()).isEqualTo(500_000);
  }

  @Test
  void whatIsThrownArrives() {
    assertThatThrownBy(
            () ->
                host.withDeepStack(
                    () -> {
                      throw new IllegalArgumentException("wrong");
                    }))
        .hasMessage("wrong");
    assertThatThrownBy(
            () ->
                host.withDeepStack(
                    () -> {
                      throw new OutOfMemoryError("full");
                    }))
        .isInstanceOf(OutOfMemoryError.class);
  }
}
