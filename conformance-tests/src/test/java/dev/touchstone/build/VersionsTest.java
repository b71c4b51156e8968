package dev.touchstone.build;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.conformance.corpus.CorpusLoader;
import dev.touchstone.conformance.subject.session.Message;
import dev.touchstone.vm.serve.Server;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each of the four versions has one home, and whoever repeats one repeats it rightly. */
class VersionsTest {
  private static final Pattern SEMANTIC =
      Pattern.compile("(0|[1-9]\\d*)\\.(0|[1-9]\\d*)\\.(0|[1-9]\\d*)(-[0-9A-Za-z.-]+)?");

  private static String text(String file) throws IOException {
    return Files.readString(Checkout.top().resolve(file));
  }

  private static List<String> found(String pattern, String text) {
    return Pattern.compile(pattern).matcher(text).results().map(match -> match.group(1)).toList();
  }

  private static String product() throws IOException {
    return found("<version>([^<]+)</version>", text("pom.xml")).getFirst();
  }

  @Test
  void theProductHasASemanticVersion() throws IOException {
    assertThat(product()).matches(SEMANTIC);
  }

  @ParameterizedTest
  @ValueSource(strings = {"reference-vm", "spec", "test-cases", "reports", "conformance-tests"})
  void everyModuleHasTheVersionOfTheProduct(String module) throws IOException {
    assertThat(found("<version>([^<]+)</version>", text(module + "/pom.xml")).getFirst())
        .isEqualTo(product());
  }

  @Test
  void corpusAndSpecHaveSemanticVersions() {
    Map<String, String> versions = CorpusLoader.versions(Optional.of(Checkout.top()));
    assertThat(versions).containsOnlyKeys("corpus", "spec");
    assertThat(versions.values()).allMatch(version -> SEMANTIC.matcher(version).matches());
  }

  @Test
  void whatIsShippedHasTheVersionsOfTheCheckout() {
    assertThat(CorpusLoader.versions(Optional.empty()))
        .isEqualTo(CorpusLoader.versions(Optional.of(Checkout.top())));
  }

  @Test
  void runnerVmAndChapterSpeakTheSameVersionOfTheProtocol() throws IOException {
    String chapter = text("spec/chapters/11-protocol.md");
    assertThat(Server.PROTOCOL).isEqualTo(Message.PROTOCOL).matches("\\d+\\.\\d+");
    assertThat(found("< \\(hello \\(protocol \"([^\"]+)\"\\)", chapter))
        .isNotEmpty()
        .containsOnly(Message.PROTOCOL);
  }
}
