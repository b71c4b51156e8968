package dev.touchstone.vm.value;

import dev.touchstone.vm.source.ErrorClass;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An error object (R7RS 6.11): what a primitive's error or {@code error} makes. */
public final class Condition extends Value {
  private final ErrorClass errorClass;
  private final String message;
  private final List<Value> irritants;
  private final @Nullable Value payload;

  /**
   * An error object.
   *
   * @param errorClass the portable class
   * @param message one sentence
   * @param irritants the values concerned, in the order of the message
   */
  public Condition(ErrorClass errorClass, String message, List<Value> irritants) {
    this(errorClass, message, irritants, null);
  }

  private Condition(
      ErrorClass errorClass, String message, List<Value> irritants, @Nullable Value payload) {
    this.errorClass = errorClass;
    this.message = message;
    this.irritants = List.copyOf(irritants);
    this.payload = payload;
  }

  /**
   * What {@code error} makes.
   *
   * @param payload the message as the program gave it
   * @param message the same as text
   */
  public static Condition ofUser(Value payload, String message, List<Value> irritants) {
    return new Condition(ErrorClass.USER, message, irritants, payload);
  }

  /** The portable class. */
  public ErrorClass errorClass() {
    return errorClass;
  }

  /** One sentence. */
  public String message() {
    return message;
  }

  /** The message as the program gave it to {@code error}, or null for an error of the machine. */
  public @Nullable Value payload() {
    return payload;
  }

  /** The values concerned. */
  public List<Value> irritants() {
    return irritants;
  }
}
