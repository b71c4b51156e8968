package dev.touchstone.vm.source;

/** A file is no text in UTF-8. */
public final class NotTextException extends Exception {
  private static final long serialVersionUID = 1;

  private final String text;
  private final int offset;
  private final int octet;

  /**
   * Says where the text ends.
   *
   * @param text the file as text, with other characters in the place of what is none
   * @param offset where in that the first octet stands that belongs to no character
   * @param octet that octet, from 0 to 255
   */
  public NotTextException(String text, int offset, int octet) {
    this.text = text;
    this.offset = offset;
    this.octet = octet;
  }

  /** The diagnostic that points at the octet, in a file of that name. */
  DiagnosticException in(String file) {
    Source source = Source.of(file, text);
    return new DiagnosticException(
        new Diagnostic(
            Phase.READ,
            ErrorClass.SYNTAX,
            "The file is not text in UTF-8: here is the octet 0x%02X.".formatted(octet),
            new Span(source, offset, Math.min(offset + 1, text.length()))));
  }
}
