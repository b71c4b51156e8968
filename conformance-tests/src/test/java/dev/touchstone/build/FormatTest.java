package dev.touchstone.build;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Every Java file stands as google-java-format writes it. A test and not a Maven plugin, because
 * the formatter parses with the compiler of the JVM that it runs in, and Maven's own may be too old
 * for our sources.
 *
 * <p>{@code mvn test -pl conformance-tests -am -Dtest=FormatTest
 * -Dsurefire.failIfNoSpecifiedTests=false -Dtouchstone.rewrite} formats them.
 */
class FormatTest {
  @Test
  void everyJavaFileIsFormatted() throws IOException, FormatterException {
    Formatter formatter = new Formatter();
    List<Path> files = Checkout.javaFiles();
    List<String> unformatted = new ArrayList<>();
    for (Path file : files) {
      String text = Files.readString(file);
      String formatted = formatter.formatSourceAndFixImports(text);
      if (!formatted.equals(text)) {
        if (System.getProperty("touchstone.rewrite") != null) {
          Files.writeString(file, formatted);
        } else {
          unformatted.add(Checkout.top().relativize(file).toString());
        }
      }
    }
    assertThat(files).hasSizeGreaterThan(50);
    assertThat(unformatted).as("files to format (-Dtouchstone.rewrite does it)").isEmpty();
  }
}
