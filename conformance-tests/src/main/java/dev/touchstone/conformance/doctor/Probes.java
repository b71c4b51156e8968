package dev.touchstone.conformance.doctor;

import dev.touchstone.conformance.corpus.Feature;
import dev.touchstone.conformance.subject.Observation;
import dev.touchstone.conformance.subject.Subject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Runs the probes of features, several at a time. */
public final class Probes {
  private Probes() {}

  /**
   * What was seen of each probe, by feature and in the order given.
   *
   * @param numbers whether the subject has no symbols
   */
  public static Map<String, Observation> run(
      Subject subject, List<Feature> features, boolean numbers) throws InterruptedException {
    Map<String, Observation> seen = new LinkedHashMap<>();
    try (ExecutorService workers =
        Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
      Map<String, Future<Observation>> running = new LinkedHashMap<>();
      for (Feature feature : features) {
        String program = Programs.probe(feature, numbers);
        running.put(feature.id(), workers.submit(() -> subject.run(Programs.job(program))));
      }
      for (Map.Entry<String, Future<Observation>> each : running.entrySet()) {
        seen.put(each.getKey(), each.getValue().get());
      }
    } catch (ExecutionException failure) {
      throw new IllegalStateException("a probe could not be run", failure.getCause());
    }
    return seen;
  }
}
