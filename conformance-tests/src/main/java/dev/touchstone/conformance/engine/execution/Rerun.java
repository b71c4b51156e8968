package dev.touchstone.conformance.engine.execution;

import java.util.List;
import java.util.stream.Collectors;

/** The command that runs one case again. */
public final class Rerun {
  private Rerun() {}

  /**
   * The command, to be given where the run was started.
   *
   * @param corpora the private corpora of the run; needed for a case of theirs only
   */
  public static String command(List<String> corpora, String subject, String id) {
    String from =
        id.contains(":")
            ? corpora.stream()
                .map(corpus -> "--corpus " + quoted(corpus) + " ")
                .collect(Collectors.joining())
            : "";
    String on = subject.equals("reference") ? "" : "--subject " + quoted(subject) + " ";
    return "./touchstone run " + from + on + "--id " + id;
  }

  private static String quoted(String text) {
    return text.matches("[\\w./:+-]+") ? text : "'" + text.replace("'", "'\\''") + "'";
  }
}
