package dev.touchstone.conformance.verdict;

import dev.touchstone.conformance.corpus.Aspect;
import dev.touchstone.conformance.corpus.Expectation;
import dev.touchstone.conformance.corpus.TestCase;
import dev.touchstone.conformance.subject.SubjectProfile;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Settles what depends on the subject alone: which expectation holds for it, and whether any. */
final class Applicability {
  private Applicability() {}

  /** Why the case does not apply to the subject, if it does not. */
  static Optional<String> obstacle(TestCase testCase, SubjectProfile profile) {
    TreeSet<String> lacking = new TreeSet<>(testCase.requires());
    lacking.removeAll(profile.features());
    if (!lacking.isEmpty()) {
      return Optional.of("lacks " + String.join(", ", lacking));
    }
    return obstacle(testCase.expect(), profile);
  }

  /**
   * The expectation with every {@code by} replaced by what it says for this subject; {@link
   * Expectation.Unsupported} where it says nothing or rules the subject out. The options of a
   * {@code one-of} keep their numbers.
   */
  static Expectation resolve(Expectation expectation, SubjectProfile profile) {
    return switch (expectation) {
      case Expectation.All all -> all;
      case Expectation.Observe observe -> observe;
      case Expectation.Unsupported unsupported -> unsupported;
      case Expectation.By by ->
          chosen(by, profile).map(e -> resolve(e, profile)).orElseGet(Expectation.Unsupported::new);
      case Expectation.OneOf(List<Expectation> options) -> {
        List<Expectation> resolved = options.stream().map(o -> resolve(o, profile)).toList();
        yield resolved.stream().allMatch(Expectation.Unsupported.class::isInstance)
            ? new Expectation.Unsupported()
            : new Expectation.OneOf(resolved);
      }
    };
  }

  private static Optional<String> obstacle(Expectation expectation, SubjectProfile profile) {
    return switch (expectation) {
      case Expectation.All(List<Aspect> aspects) -> unseen(aspects, profile);
      case Expectation.Observe o -> Optional.empty();
      case Expectation.Unsupported u -> Optional.of("ruled out by the case");
      case Expectation.By by -> {
        Optional<Expectation> chosen = chosen(by, profile);
        yield chosen.isEmpty() || chosen.get() instanceof Expectation.Unsupported
            ? Optional.of(answerOf(by, profile) + " is not covered by the case")
            : obstacle(chosen.get(), profile);
      }
      case Expectation.OneOf(List<Expectation> options) -> {
        List<Optional<String>> all = options.stream().map(o -> obstacle(o, profile)).toList();
        yield all.stream().anyMatch(Optional::isEmpty) ? Optional.empty() : all.getFirst();
      }
    };
  }

  private static String answerOf(Expectation.By by, SubjectProfile profile) {
    String answer = profile.capabilities().get(by.capability());
    return by.capability() + (answer == null ? " (unanswered)" : ": " + answer);
  }

  private static Optional<Expectation> chosen(Expectation.By by, SubjectProfile profile) {
    Map<String, Expectation> answers = by.answers();
    String answer = profile.capabilities().get(by.capability());
    if (answer == null) {
      return Optional.empty();
    }
    String family = answer.replaceFirst("\\(.*", "");
    for (String key : List.of(answer, family, "else")) {
      Expectation found = answers.get(key);
      if (found != null) {
        return Optional.of(found);
      }
    }
    return Optional.empty();
  }

  /**
   * An end that the subject cannot show at all: without patterns every error looks like a crash, so
   * a case about errors says nothing of such a subject.
   */
  private static Optional<String> unseen(List<Aspect> aspects, SubjectProfile profile) {
    for (Aspect aspect : aspects) {
      boolean shown =
          switch (aspect) {
            case Aspect.ErrorIs e -> profile.reports().contains("error");
            case Aspect.ExitIs e -> profile.reports().contains("exit");
            case Aspect.ExhaustedIs(String limit) ->
                limit.equals("time")
                    || profile.reports().contains("exhausted")
                    || profile.reports().contains("exhausted." + limit);
            default -> true;
          };
      if (!shown) {
        return Optional.of("does not report " + aspect.kind());
      }
    }
    return Optional.empty();
  }
}
