package dev.touchstone.vm.source;

/**
 * Why a program was rejected before it ran.
 *
 * @param phase the stage that rejected it; never {@link Phase#RUN}
 * @param errorClass the portable class
 * @param message one sentence, without position
 * @param span where
 */
public record Diagnostic(Phase phase, ErrorClass errorClass, String message, Span span) {
  /** The message with its position, the line and a caret under the place, in three lines. */
  public String render() {
    return Excerpt.render(span, phase.id() + " error (" + errorClass.id() + "): " + message);
  }
}
