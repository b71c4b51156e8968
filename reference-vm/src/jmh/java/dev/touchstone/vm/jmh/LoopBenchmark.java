package dev.touchstone.vm.jmh;

import dev.touchstone.vm.api.Completion;
import dev.touchstone.vm.api.JvmHost;
import dev.touchstone.vm.api.Limits;
import dev.touchstone.vm.api.ReferenceVm;
import dev.touchstone.vm.source.Source;
import dev.touchstone.vm.value.Printer;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What the machine's loop takes for one kind of work at a time: a program of some milliseconds, in
 * which reading and compiling are nothing. For what a change does to whole programs, and how the
 * machine stands beside others, there is {@code ./touchstone bench}.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 2, jvmArgsAppend = "-XX:+UseSerialGC")
public class LoopBenchmark {
  /** A program, and the value that it must have. */
  private record Work(String program, String value) {}

  private static final Map<String, Work> ALL =
      Map.of(
          "loop",
          new Work("(let loop ((i 0)) (if (< i 200000) (loop (+ i 1)) i))", "200000"),
          "call",
          new Work("(define (f n) (if (< n 2) n (+ (f (- n 1)) (f (- n 2))))) (f 20)", "6765"),
          "closure",
          new Work(
              "(define (f i k) (if (= i 0) (k 0) (f (- i 1) (lambda (r) (k (+ r 1))))))"
                  + " (f 50000 (lambda (r) r))",
              "50000"),
          "list",
          new Work(
              "(define (up n l) (if (= n 0) l (up (- n 1) (cons n l))))"
                  + " (define (sum l s) (if (null? l) s (sum (cdr l) (+ s (car l)))))"
                  + " (sum (up 50000 '()) 0)",
              "1250025000"),
          "vector",
          new Work(
              "(define v (make-vector 1000 1)) (define (go i s) (if (= i 100000) s"
                  + " (go (+ i 1) (+ s (vector-ref v (remainder i 1000)))))) (go 0 0)",
              "100000"),
          "depth",
          new Work("(define (f n) (if (= n 0) 0 (+ 1 (f (- n 1))))) (f 50000)", "50000"));

  /** The kind of work. */
  @Param({"loop", "call", "closure", "list", "vector", "depth"})
  public String work = "loop";

  private final ReferenceVm vm = ReferenceVm.create();
  private final JvmHost host = new JvmHost(text -> {});
  private Source source = Source.of("jmh.scm", "");

  /** Checks the value once: the time of a wrong one means nothing. */
  @Setup
  public void check() {
    source = Source.of("jmh.scm", ALL.get(work).program());
    String value =
        run() instanceof Completion.Returned returned
            ? Printer.write(returned.values().getFirst())
            : "none";
    if (!value.equals(ALL.get(work).value())) {
      throw new IllegalStateException(work + " gives " + value);
    }
  }

  /** One run. */
  @Benchmark
  public Completion run() {
    return vm.run(source, Limits.GENEROUS, host);
  }
}
