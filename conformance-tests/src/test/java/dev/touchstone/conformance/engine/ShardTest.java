package dev.touchstone.conformance.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.conformance.engine.setup.CaseFilter;
import dev.touchstone.conformance.engine.setup.Shard;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ShardTest {
  private static final List<String> IDS =
      IntStream.range(0, 600).mapToObj(i -> "chapter/file/case-" + i).toList();

  @Test
  void everyCaseIsInExactlyOneShard() {
    for (String id : IDS) {
      long holders =
          IntStream.rangeClosed(1, 7).filter(index -> new Shard(index, 7).holds(id)).count();
      assertThat(holders).isEqualTo(1);
      assertThat(Shard.ALL.holds(id)).isTrue();
    }
  }

  @Test
  void shardsAreAboutEquallyLarge() {
    for (int index = 1; index <= 3; index++) {
      assertThat(IDS.stream().filter(new Shard(index, 3)::holds).count()).isBetween(150L, 250L);
    }
  }

  /** The CRC-32 of this id is 0X871C052F, and 2 modulo 3. */
  @Test
  void theShardOfAnIdNeverChanges() {
    assertThat(new Shard(3, 3).holds("base/data/a")).isTrue();
  }

  @Test
  void onlyPartsThatThereAreCanBeAskedFor() {
    assertThat(Shard.parse("2/3")).isEqualTo(new Shard(2, 3)).hasToString("2/3");
    for (String wrong : List.of("0/3", "4/3", "3", "1/0", "a/b", "1/3/5", "-1/3")) {
      assertThatThrownBy(() -> Shard.parse(wrong)).isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void anIdAloneIsMatchedByAllThatItSays() {
    CaseFilter all = CaseFilter.ALL;
    assertThat(all.wouldMatch("a/b/c")).isTrue();
    assertThat(filter(List.of("a"), List.of(), Shard.ALL).wouldMatch("a/b/c")).isTrue();
    assertThat(filter(List.of("b"), List.of(), Shard.ALL).wouldMatch("a/b/c")).isFalse();
    assertThat(filter(List.of("b"), List.of(), Shard.ALL).wouldMatch("spec/b/c")).isTrue();
    assertThat(filter(List.of(), List.of("a/*"), Shard.ALL).wouldMatch("a/b/c")).isTrue();
    assertThat(filter(List.of(), List.of("b/*"), Shard.ALL).wouldMatch("a/b/c")).isFalse();
    int shard = new Shard(1, 2).holds("a/b/c") ? 1 : 2;
    assertThat(filter(List.of(), List.of(), new Shard(shard, 2)).wouldMatch("a/b/c")).isTrue();
    assertThat(filter(List.of(), List.of(), new Shard(3 - shard, 2)).wouldMatch("a/b/c")).isFalse();
    CaseFilter rung = new CaseFilter(List.of(), List.of(), List.of("base"), List.of());
    assertThat(rung.wouldMatch("a/b/c")).isFalse();
  }

  private static CaseFilter filter(List<String> chapters, List<String> ids, Shard shard) {
    return new CaseFilter(chapters, List.of(), List.of(), ids, shard);
  }
}
