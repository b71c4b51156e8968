package dev.touchstone.conformance.init;

import dev.touchstone.conformance.corpus.CorpusException;
import dev.touchstone.conformance.corpus.Language;
import dev.touchstone.conformance.dialect.Dialects;
import dev.touchstone.conformance.doctor.FirstContact;
import dev.touchstone.conformance.subject.session.Lines;
import dev.touchstone.conformance.subject.session.Message;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds out how a VM is run, by trying: as a session, as a program that runs files, as a REPL. */
public final class Detective {
  private static final Duration ANSWER = Duration.ofSeconds(4);

  /** What a program of a trial may take; a VM that needs more says so by a mode. */
  private static final String TRIAL_TIME = "5s";

  private final Wishes wishes;
  private final Language language;
  private final StartCommand start;
  private final Trial trial;
  private final List<String> tried = new ArrayList<>();

  /** A detective for a VM. */
  public Detective(Wishes wishes, Language language) {
    this.wishes = wishes;
    this.language = language;
    this.start = new StartCommand(wishes);
    this.trial = new Trial(language, wishes.directory());
  }

  /** The first draft that works; empty if none does. */
  public Optional<Draft> find() throws InterruptedException {
    Optional<Draft> session = session();
    if (session.isPresent()) {
      return session;
    }
    if (wishes.allowsInput("file")) {
      Optional<Draft> plain = plain(start.withFile());
      if (plain.isPresent()) {
        return plain;
      }
    }
    if (wishes.allowsInput("stdin") && !start.namesFile()) {
      Optional<Draft> plain = plain(start.withInput());
      if (plain.isPresent()) {
        return plain;
      }
    }
    Optional<Draft> repl = repl();
    return repl.isPresent() || wishes.dialect().isPresent() ? repl : otherLisp();
  }

  /** Perhaps it is no Scheme: the maps that ship with Touchstone are tried in turn. */
  private Optional<Draft> otherLisp() throws InterruptedException {
    for (String dialect : Dialects.SHIPPED) {
      if (!isUsable(dialect)) {
        continue;
      }
      Detective other = new Detective(wishes.in(dialect), language);
      Optional<Draft> found = other.plain(start.withFile());
      if (found.isPresent()) {
        return found;
      }
      tried.add("dialect " + dialect + ": no value");
    }
    return Optional.empty();
  }

  /** A map may speak of names that the language at hand does not have. */
  private boolean isUsable(String dialect) {
    try {
      return !Dialects.open(dialect, wishes.directory(), language).map().name().isEmpty();
    } catch (CorpusException beyond) {
      return false;
    }
  }

  /** What was tried, and what was seen, a line each. */
  public List<String> tried() {
    return List.copyOf(tried);
  }

  private Optional<Draft> session() throws InterruptedException {
    if (!wishes.allows("session") || start.namesFile()) {
      return Optional.empty();
    }
    for (Lines lines : Lines.values()) {
      if (wishes.lines().isPresent() && !wishes.lines().get().equals(lines.id())) {
        continue;
      }
      Draft draft = Draft.of(wishes, "session", start.bare(), "lines: " + lines.id() + "\n");
      Optional<Message.Greeting> greeting =
          FirstContact.greeting(trial.description(draft), lines, ANSWER);
      if (greeting.isPresent()) {
        return Optional.of(draft);
      }
      tried.add("session, lines " + lines.id() + ": no answer to hello");
    }
    return Optional.empty();
  }

  private Optional<Draft> plain(List<String> command) throws InterruptedException {
    String shown = String.join(" ", command);
    if (wishes.allows("markers")) {
      for (String settings : markers()) {
        Draft draft = Draft.of(wishes, "markers", command, settings);
        Trial.Result result = tried(draft, "markers: " + shown);
        if (result.works()) {
          return Optional.of(draft);
        }
        if (result.hangs()) {
          return Optional.empty();
        }
      }
    }
    if (wishes.allows("last-line")) {
      Draft draft = Draft.of(wishes, "last-line", command, "");
      if (tried(draft, "last-line: " + shown).works()) {
        return Optional.of(draft);
      }
    }
    return Optional.empty();
  }

  /** A dialect map brings markers of its own, or has none. */
  private List<String> markers() {
    if (wishes.dialect().isEmpty()) {
      return Markers.settings();
    }
    boolean own =
        Dialects.open(wishes.dialect().get(), wishes.directory(), language)
            .map()
            .layout()
            .markers()
            .isPresent();
    return own ? List.of("") : List.of();
  }

  private Optional<Draft> repl() throws InterruptedException {
    if (!wishes.allows("repl") || start.namesFile()) {
      return Optional.empty();
    }
    Draft blank = Draft.of(wishes, "last-line", start.bare(), "");
    Optional<String> prompt = wishes.prompt();
    if (prompt.isEmpty()) {
      prompt = FirstContact.prompt(trial.description(blank), ANSWER);
    }
    if (prompt.isEmpty()) {
      tried.add("repl: no prompt");
      return Optional.empty();
    }
    Draft draft =
        Draft.of(wishes, "repl", start.bare(), "prompt: " + Yaml.quoted(prompt.get()) + "\n");
    return tried(draft, "repl, prompt " + prompt.get()).works()
        ? Optional.of(draft)
        : Optional.empty();
  }

  private Trial.Result tried(Draft draft, String how) throws InterruptedException {
    Trial.Result result = trial.run(draft.within(TRIAL_TIME));
    if (!result.works()) {
      String line = how + ": " + result.seen();
      if (!tried.contains(line)) {
        tried.add(line);
      }
    }
    return result;
  }
}
