package dev.touchstone.conformance.init;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.conformance.corpus.FeaturesLoader;
import dev.touchstone.conformance.corpus.Language;
import dev.touchstone.conformance.corpus.Problems;
import dev.touchstone.conformance.subject.SubjectDescription;
import dev.touchstone.conformance.subject.Subjects;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a draft says is what the reader of subject files reads. */
class DraftTest {
  private static final List<String> ODD =
      List.of("./my vm", "it's", "{file}", "yes", "# no comment", "tab\there", "[a, b]", "-e");

  static Language language() throws IOException {
    try (InputStream stream =
        DraftTest.class.getResourceAsStream("/touchstone/spec/features.yaml")) {
      FeaturesLoader loader = new FeaturesLoader(new Problems());
      loader.read("features.yaml", Objects.requireNonNull(stream).readAllBytes());
      return loader.language(Map.of());
    }
  }

  private static SubjectDescription read(Draft draft) throws IOException {
    return Subjects.read("draft.yaml", draft.yaml(), Path.of("/somewhere"), language());
  }

  private static Draft draft(String mode, String settings) {
    return new Draft(
        "my-vm",
        mode,
        ODD,
        Optional.empty(),
        settings,
        Map.of("isn't \\[bound\\]", "unbound"),
        new Draft.Claim(
            List.of("base"),
            List.of("integers"),
            Map.of("checked", "yes", "int-model", "checked(64)"),
            true),
        "500ms");
  }

  @Test
  void everyWordIsReadAsItWasMeant() throws IOException {
    SubjectDescription read = read(draft("last-line", ""));
    assertThat(read.name()).isEqualTo("my-vm");
    assertThat(read.command()).isEqualTo(ODD);
    assertThat(read.features()).contains("quote", "pairs", "integers").doesNotContain("begin");
    assertThat(read.capabilities()).containsEntry("checked", "yes");
    assertThat(read.limits().time().toMillis()).isEqualTo(500);
    assertThat(read.errors().match("it isn't [bound]!")).isPresent();
  }

  @Test
  void eachSettingOfMarkersIsValid() throws IOException {
    for (String settings : Markers.settings()) {
      assertThat(read(draft("markers", settings)).markers()).isPresent();
    }
  }

  @Test
  void aPromptIsKeptWithItsSpaces() throws IOException {
    Draft repl = draft("repl", "prompt: " + Yaml.quoted("> ") + "\n");
    assertThat(read(repl).prompt()).isEqualTo("> ");
  }

  @Test
  void withoutAClaimNothingIsSaidOfClaims() {
    assertThat(draft("last-line", "").with(Draft.Claim.NONE).yaml())
        .doesNotContain("rungs", "features", "capabilities");
  }
}
