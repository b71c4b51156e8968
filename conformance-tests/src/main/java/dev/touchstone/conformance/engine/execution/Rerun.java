package dev.touchstone.conformance.engine.execution;

/** The command that runs one case again. */
public final class Rerun {
  private Rerun() {}

  /** The command, to be given in the top directory of a checkout. */
  public static String command(String subject, String id) {
    String option = subject.equals("reference") ? "" : "--subject " + quoted(subject) + " ";
    return "./touchstone run " + option + "--id " + id;
  }

  private static String quoted(String text) {
    return text.matches("[\\w./:+-]+") ? text : "'" + text.replace("'", "'\\''") + "'";
  }
}
