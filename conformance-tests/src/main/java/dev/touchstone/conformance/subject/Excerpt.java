package dev.touchstone.conformance.subject;

import java.util.Optional;

/** A program as a plain subject gets it, with the preamble cut down to a comment. */
final class Excerpt {
  /** Stands for the text that is drawn anew for each run. */
  private static final String NONCE = "NONCE-";

  private Excerpt() {}

  static String of(SubjectDescription description, ProgramText program) {
    Preamble whole = description.preamble();
    Preamble brief =
        new Preamble(brief("imports", whole.imports()), brief("preamble", whole.text()));
    Optional<Markers> markers = description.markers();
    if (markers.isPresent()) {
      return MarkerScript.of(program, brief, markers.get(), NONCE, false).text();
    }
    boolean last = description.mode() == SubjectDescription.Mode.LAST_LINE;
    return brief.imports() + brief.text() + (last ? program.printed() : program.text());
  }

  private static String brief(String what, String text) {
    long lines = text.lines().count();
    return lines == 0 ? "" : "; " + what + " of the subject's file, " + lines + " lines\n";
  }
}
