package dev.touchstone.vm.expand;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.vm.core.Core;
import dev.touchstone.vm.reader.DatumReader;
import dev.touchstone.vm.value.Equivalence;
import dev.touchstone.vm.value.Printer;
import dev.touchstone.vm.value.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Matching and copying undo each other: a pattern that is its own template gives the use back. */
class MatchingTest {
  private static final int PROGRAMS = 2_000;

  /** Makes a pattern and a datum that it matches, side by side. */
  private static final class Pairs {
    private final RandomGenerator random;
    private int variables;

    Pairs(RandomGenerator random) {
      this.random = random;
    }

    /** A pattern, with data that match it. */
    record Pair(String pattern, List<String> data) {}

    Pair list(int depth, int copies) {
      return sequence(depth, copies, "(", ")");
    }

    private Pair pattern(int depth, int copies) {
      int choice = random.nextInt(depth > 0 ? 8 : 3);
      return switch (choice) {
        case 0 -> same("\"text\"", copies);
        case 1, 2 -> variable(copies);
        case 3 -> sequence(depth - 1, copies, "#(", ")");
        default -> list(depth - 1, copies);
      };
    }

    private static Pair same(String text, int copies) {
      return new Pair(text, Collections.nCopies(copies, text));
    }

    private Pair variable(int copies) {
      var data = new ArrayList<String>();
      for (int i = 0; i < copies; i++) {
        data.add(datum(2));
      }
      return new Pair("v" + variables++, data);
    }

    private String datum(int depth) {
      return switch (random.nextInt(depth > 0 ? 6 : 3)) {
        case 0 -> Integer.toString(random.nextInt(10));
        case 1 -> "s" + random.nextInt(5);
        case 2 -> "()";
        case 3 -> "#(" + datum(depth - 1) + ")";
        case 4 -> "(" + datum(depth - 1) + " . " + datum(depth - 1) + ")";
        default -> "(" + datum(depth - 1) + " " + datum(depth - 1) + ")";
      };
    }

    private Pair sequence(int depth, int copies, String open, String close) {
      var text = new StringBuilder(open);
      var data = new ArrayList<StringBuilder>();
      for (int i = 0; i < copies; i++) {
        data.add(new StringBuilder(open));
      }
      int before = random.nextInt(3);
      for (int i = 0; i < before; i++) {
        append(pattern(depth, copies), text, data);
      }
      if (random.nextBoolean()) {
        repeated(depth, text, data);
        int after = random.nextInt(3);
        for (int i = 0; i < after; i++) {
          append(pattern(depth, copies), text, data);
        }
      }
      var done = new ArrayList<String>();
      data.forEach(one -> done.add(one.append(close).toString()));
      return new Pair(text.append(close).toString(), done);
    }

    private static void append(Pair part, StringBuilder text, List<StringBuilder> data) {
      text.append(' ').append(part.pattern());
      for (int i = 0; i < data.size(); i++) {
        data.get(i).append(' ').append(part.data().get(i));
      }
    }

    /** A variable is in it, since an ellipsis in a template needs one. */
    private void repeated(int depth, StringBuilder text, List<StringBuilder> data) {
      int[] counts = data.stream().mapToInt(_ -> random.nextInt(4)).toArray();
      int all = Arrays.stream(counts).sum();
      Pair key = variable(all);
      Pair rest = pattern(Math.max(depth - 1, 0), all);
      text.append(" (").append(key.pattern()).append(' ').append(rest.pattern()).append(") ...");
      int next = 0;
      for (int i = 0; i < counts.length; i++) {
        for (int j = 0; j < counts[i]; j++, next++) {
          data.get(i).append(" (").append(key.data().get(next)).append(' ');
          data.get(i).append(rest.data().get(next)).append(')');
        }
      }
    }
  }

  @Test
  void aPatternThatIsItsOwnTemplateGivesTheUseBack() {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(19);
    for (int i = 0; i < PROGRAMS; i++) {
      Pairs.Pair pair = new Pairs(random).list(3, 1);
      String program =
          "(define-syntax m (syntax-rules () ((_ . %1$s) '%1$s)))\n(m . %2$s)"
              .formatted(pair.pattern(), pair.data().getFirst());
      Core.Const expansion = (Core.Const) ExpanderTest.expand(program).forms().getFirst();
      Value expected = DatumReader.readDatum(pair.data().getFirst());
      assertThat(Equivalence.equal(expansion.value(), expected))
          .as(() -> program + " became " + Printer.write(expansion.value()))
          .isTrue();
    }
  }

  @Test
  void theKeysOfTheGeneratorAreNotAllEmpty() {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(19);
    long nested =
        IntStream.range(0, PROGRAMS)
            .mapToObj(_ -> new Pairs(random).list(3, 1).pattern())
            .filter(pattern -> pattern.split("\\.\\.\\.", -1).length > 3)
            .count();
    assertThat(nested).isGreaterThan(PROGRAMS / 20);
  }
}
