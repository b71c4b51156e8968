package dev.touchstone.vm.reader;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.vm.source.DiagnosticException;
import dev.touchstone.vm.source.Source;
import dev.touchstone.vm.source.Span;
import dev.touchstone.vm.value.Equivalence;
import dev.touchstone.vm.value.Pair;
import dev.touchstone.vm.value.Printer;
import dev.touchstone.vm.value.Value;
import dev.touchstone.vm.value.Vector;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/** Random data and texts. The seed is published; put it in place of the clock to repeat a run. */
class RoundTripTest {
  private final long seed = System.nanoTime();
  private final Random random = new Random(seed);
  private final RandomData data = new RandomData(random);

  @BeforeEach
  void publishSeed(TestReporter reporter) {
    reporter.publishEntry("seed", String.valueOf(seed));
  }

  private String context(String text) {
    return "seed " + seed + ": " + text;
  }

  @Test
  void treesReadBackAsTheyWereWritten() {
    for (int i = 0; i < 1000; i++) {
      Value value = data.tree(60);
      String text = Printer.write(value);
      Value read = DatumReader.readDatum(text);
      assertThat(Equivalence.equal(value, read)).as(context(text)).isTrue();
      assertThat(Printer.write(read)).as(context(text)).isEqualTo(text);
    }
  }

  @Test
  void graphsReadBackAsTheyWereWritten() {
    for (int i = 0; i < 1000; i++) {
      Value value = data.graph(1 + random.nextInt(10)).getFirst();
      for (String text : List.of(Printer.write(value), Printer.writeShared(value))) {
        Value read = DatumReader.readDatum(text);
        assertThat(Equivalence.equal(value, read)).as(context(text)).isTrue();
        assertThat(Equivalence.equal(read, value)).as(context(text)).isTrue();
      }
      String shared = Printer.writeShared(value);
      assertThat(Printer.writeShared(DatumReader.readDatum(shared))).isEqualTo(shared);
      String written = Printer.write(value);
      assertThat(Printer.write(DatumReader.readDatum(written))).isEqualTo(written);
    }
  }

  @Test
  void equalAgreesWithTheGreatestBisimulation() {
    int equalOnes = 0;
    for (int i = 0; i < 300; i++) {
      List<Value> nodes = data.fewLeavesGraph(2 + random.nextInt(6));
      boolean[][] same = bisimulation(nodes);
      for (int a = 0; a < nodes.size(); a++) {
        for (int b = 0; b < nodes.size(); b++) {
          assertThat(Equivalence.equal(nodes.get(a), nodes.get(b)))
              .as(context(Printer.write(nodes.get(a)) + " " + Printer.write(nodes.get(b))))
              .isEqualTo(same[a][b]);
          equalOnes += (a != b && same[a][b]) ? 1 : 0;
        }
      }
    }
    assertThat(equalOnes).as("equal pairs seen").isGreaterThan(100);
  }

  /** All pairs of nodes, less those that their parts tell apart, until nothing changes. */
  private static boolean[][] bisimulation(List<Value> nodes) {
    int n = nodes.size();
    boolean[][] same = new boolean[n][n];
    for (boolean[] row : same) {
      Arrays.fill(row, true);
    }
    boolean changed = true;
    while (changed) {
      changed = false;
      for (int a = 0; a < n; a++) {
        for (int b = 0; b < n; b++) {
          if (same[a][b] && !alike(nodes, same, a, b)) {
            same[a][b] = false;
            changed = true;
          }
        }
      }
    }
    return same;
  }

  private static boolean alike(List<Value> nodes, boolean[][] same, int a, int b) {
    Value x = nodes.get(a);
    Value y = nodes.get(b);
    List<Value> partsX = RandomData.parts(x);
    List<Value> partsY = RandomData.parts(y);
    if ((x instanceof Pair) != (y instanceof Pair)
        || (x instanceof Vector) != (y instanceof Vector)
        || partsX.size() != partsY.size()) {
      return false;
    }
    for (int i = 0; i < partsX.size(); i++) {
      int p = nodes.indexOf(partsX.get(i));
      int q = nodes.indexOf(partsY.get(i));
      boolean agree =
          (p >= 0 && q >= 0) ? same[p][q] : Equivalence.eqv(partsX.get(i), partsY.get(i));
      if (!agree) {
        return false;
      }
    }
    return true;
  }

  @Test
  void anyTextIsReadOrRejectedAtAPlaceWithinIt() {
    int rejected = 0;
    for (int i = 0; i < 10_000; i++) {
      String text = data.text(1 + random.nextInt(25));
      try {
        checkSpans(DatumReader.readAll(Source.of("t", text)), text);
      } catch (DiagnosticException e) {
        Span span = e.diagnostic().span();
        assertThat(span.start()).as(context(text)).isBetween(0, text.length());
        assertThat(span.end()).as(context(text)).isBetween(span.start(), text.length());
        assertThat(e.diagnostic().render()).as(context(text)).contains("read error (syntax)");
        rejected++;
      }
    }
    assertThat(rejected).isBetween(500, 9_500);
  }

  /** The text of each datum's span alone is that datum again. */
  private void checkSpans(List<Syntax> syntaxes, String text) {
    if (text.contains("#!")) {
      return;
    }
    List<Value> values = new ArrayList<>();
    for (Syntax syntax : syntaxes) {
      Value value = DatumReader.toValue(syntax);
      Value again = DatumReader.readDatum(syntax.span().text());
      assertThat(Equivalence.equal(value, again)).as(context(text)).isTrue();
      values.add(value);
    }
    assertThat(values).hasSameSizeAs(syntaxes);
  }
}
