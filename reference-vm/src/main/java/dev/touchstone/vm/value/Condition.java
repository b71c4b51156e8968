package dev.touchstone.vm.value;

import dev.touchstone.vm.source.ErrorClass;
import java.util.List;

/** An error object (R7RS 6.11): what a primitive's error or {@code error} makes. */
public final class Condition extends Value {
  private final ErrorClass errorClass;
  private final String message;
  private final List<Value> irritants;

  /**
   * An error object.
   *
   * @param errorClass the portable class
   * @param message one sentence
   * @param irritants the values concerned, in the order of the message
   */
  public Condition(ErrorClass errorClass, String message, List<Value> irritants) {
    this.errorClass = errorClass;
    this.message = message;
    this.irritants = List.copyOf(irritants);
  }

  /** The portable class. */
  public ErrorClass errorClass() {
    return errorClass;
  }

  /** One sentence. */
  public String message() {
    return message;
  }

  /** The values concerned. */
  public List<Value> irritants() {
    return irritants;
  }
}
