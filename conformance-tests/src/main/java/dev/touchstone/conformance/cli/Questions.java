package dev.touchstone.conformance.cli;

import dev.touchstone.conformance.init.Interview;
import dev.touchstone.conformance.init.Interview.Question;
import dev.touchstone.conformance.init.Wishes;
import java.util.List;
import java.util.Optional;

/** The questions of {@code init}, each left out where an option answers it. */
record Questions(Interview interview) {
  private static final String TRY = "try";

  /** What is wished, with the answers. */
  Wishes ask(Wishes wishes) {
    Optional<String> mode =
        wishes
            .mode()
            .or(
                () ->
                    chosen(
                        new Question(
                            "How is the VM run?",
                            "session: it stays and speaks the protocol; markers: a process per"
                                + " program, which prints; last-line: the same, and prints the"
                                + " value by itself; repl: at a prompt; try: find out.",
                            List.of(TRY, "session", "markers", "last-line", "repl"),
                            TRY)));
    boolean plain = mode.map(m -> m.equals("markers") || m.equals("last-line")).orElse(false);
    Optional<String> input =
        wishes.input().isPresent() || !plain
            ? wishes.input()
            : chosen(
                new Question(
                    "Does it take the program from a file or on its standard input?",
                    "With stdin a program of the corpus cannot read any input of its own.",
                    List.of(TRY, "file", "stdin"),
                    TRY));
    Optional<String> extension =
        wishes.extension().isPresent() || !plain
            ? wishes.extension()
            : Optional.of(
                interview.ask(
                    new Question(
                        "What must the program's file end with?",
                        "Some VMs look at the extension before they read a file.",
                        List.of(),
                        ".scm")));
    Optional<String> prompt =
        wishes.prompt().isPresent() || !mode.equals(Optional.of("repl"))
            ? wishes.prompt()
            : Optional.of(
                    interview.ask(
                        new Question(
                            "What is its prompt?",
                            "An answer ends where the next prompt begins, spaces included;"
                                + " nothing: find out.",
                            List.of(),
                            "")))
                .filter(p -> !p.isEmpty());
    return new Wishes(
        wishes.name(),
        wishes.command(),
        wishes.directory(),
        mode,
        wishes.lines(),
        input,
        extension,
        prompt,
        wishes.dialect(),
        time(wishes.time()));
  }

  private String time(String standard) {
    String answer =
        interview.ask(
            new Question(
                "How long may one program take?",
                "A program that takes longer is killed, and its case counts as timeout.",
                List.of(),
                standard));
    return answer.matches("[1-9][0-9]{0,5}(ms|s|m)") ? answer : standard;
  }

  private Optional<String> chosen(Question question) {
    return Optional.of(interview.ask(question)).filter(answer -> !answer.equals(TRY));
  }
}
