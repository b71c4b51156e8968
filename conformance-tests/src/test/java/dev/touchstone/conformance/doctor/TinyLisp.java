package dev.touchstone.conformance.doctor;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The smallest language that the doctor can talk to: quoted symbols, strings, numbers, define,
 * display.
 */
final class TinyLisp {
  private static final Pattern FORM = Pattern.compile("\\([^()]*\\)|\"[^\"]*\"|[^\\s()]+|[()]");
  private static final Pattern CALL =
      Pattern.compile("\\((\\w+) +(\"[^\"]*\"|[^ )]+)(?: +(\"[^\"]*\"|[^ )]+))?\\)");

  private final Map<String, String> bindings = new HashMap<>();
  private final StringBuilder output = new StringBuilder();

  /** An error of the program. */
  static final class TinyError extends Exception {
    private static final long serialVersionUID = 1L;

    TinyError(String message) {
      super(message);
    }
  }

  /** Forgets what was written, but not what was defined. */
  void silence() {
    output.setLength(0);
  }

  /** What the program has written so far. */
  String output() {
    return output.toString();
  }

  /** The written form of the last form's value; none for a definition or an effect. */
  Optional<String> run(String program) throws TinyError {
    Optional<String> value = Optional.empty();
    Matcher forms = FORM.matcher(program);
    while (forms.find()) {
      value = form(forms.group());
    }
    return value;
  }

  private Optional<String> form(String text) throws TinyError {
    Matcher call = CALL.matcher(text);
    if (!call.matches()) {
      return Optional.of(value(text));
    }
    String operand = call.group(2);
    switch (call.group(1)) {
      case "define" -> bindings.put(operand, value(call.group(3)));
      case "display" -> output.append(displayed(value(operand)));
      default -> throw new TinyError("unbound: " + call.group(1));
    }
    return Optional.empty();
  }

  private String value(String text) throws TinyError {
    if (text.matches("'[^\\s()']+")) {
      return text.substring(1);
    }
    if (text.matches("\"[^\"]*\"|[0-9]+")) {
      return text;
    }
    String bound = bindings.get(text);
    if (bound == null) {
      throw new TinyError("unbound: " + text);
    }
    return bound;
  }

  /** The form that display prints. */
  static String displayed(String written) {
    return written.replace("\"", "");
  }
}
