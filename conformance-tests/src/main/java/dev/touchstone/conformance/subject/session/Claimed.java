package dev.touchstone.conformance.subject.session;

import dev.touchstone.conformance.corpus.Capability;
import dev.touchstone.conformance.corpus.Language;
import dev.touchstone.conformance.corpus.Rung;
import dev.touchstone.conformance.corpus.Suggestion;
import dev.touchstone.conformance.subject.Claim;
import dev.touchstone.conformance.subject.SessionSettings;
import dev.touchstone.conformance.subject.SubjectDescription;
import dev.touchstone.conformance.subject.SubjectProfile;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What a subject has, by its file and its greeting: what the file states replaces the other. */
record Claimed(SubjectDescription description, SessionSettings settings, Language language) {
  /**
   * The profile.
   *
   * @throws NotStarted if the greeting claims what does not exist
   */
  SubjectProfile profile(Message.Greeting greeting) throws NotStarted {
    return new SubjectProfile(
        description.name(),
        greeting.version().map(Glimpse::of).orElse("unknown"),
        settings.claims() ? description.features() : features(greeting),
        settings.answers() ? description.capabilities() : capabilities(greeting),
        reports(greeting));
  }

  /** What it can show: the end of its steps only if it counts them, and what it traces. */
  private Set<String> reports(Message.Greeting greeting) {
    Set<String> reports = new TreeSet<>(description.reports());
    if (!greeting.counters().orElse(List.of()).contains("steps")) {
      reports.remove("exhausted");
      for (String limit : List.of("output", "stack", "memory", "allocation")) {
        reports.add("exhausted." + limit);
      }
    }
    switch (greeting.trace().orElse("none")) {
      case "calls" -> reports.add("calls");
      case "events" -> reports.addAll(List.of("calls", "events"));
      case "steps" -> reports.addAll(List.of("calls", "events", "steps"));
      default -> {}
    }
    return reports;
  }

  /** The profile of a subject that has never said hello: nothing is ruled out. */
  SubjectProfile unknown() {
    return new SubjectProfile(
        description.name(),
        "unknown",
        settings.claims() ? description.features() : language.features().keySet(),
        description.capabilities(),
        description.reports());
  }

  private Set<String> features(Message.Greeting greeting) throws NotStarted {
    Map<String, Set<String>> rungs =
        language.rungs().stream().collect(Collectors.toMap(Rung::id, Rung::features));
    Set<String> wanted = new TreeSet<>();
    for (String rung : greeting.rungs().orElse(List.of())) {
      check("rung", rung, rungs.keySet());
      wanted.addAll(rungs.getOrDefault(rung, Set.of()));
    }
    for (String feature : greeting.features().orElse(List.of())) {
      check("feature", feature, language.features().keySet());
      wanted.add(feature);
    }
    for (String feature : greeting.without().orElse(List.of())) {
      check("feature", feature, language.features().keySet());
    }
    return Claim.features(language, wanted, Set.copyOf(greeting.without().orElse(List.of())));
  }

  private Map<String, String> capabilities(Message.Greeting greeting) throws NotStarted {
    Map<String, String> answers = greeting.capabilities().orElse(Map.of());
    for (Map.Entry<String, String> answer : answers.entrySet()) {
      check("capability", answer.getKey(), language.capabilities().keySet());
      Capability capability = language.capabilities().get(answer.getKey());
      if (capability != null && !capability.allows(answer.getValue())) {
        throw new NotStarted(
            "its `hello` answers `%s` to `%s`; it may be: %s"
                .formatted(
                    Glimpse.of(answer.getValue()),
                    answer.getKey(),
                    String.join(", ", capability.answers())),
            true);
      }
    }
    return answers;
  }

  private static void check(String kind, String name, Collection<String> known) throws NotStarted {
    if (!known.contains(name)) {
      throw new NotStarted(
          "its `hello` claims the unknown "
              + kind
              + " `"
              + Glimpse.of(name)
              + "`"
              + Suggestion.suffix(name, known),
          true);
    }
  }
}
