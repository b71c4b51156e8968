package dev.touchstone.conformance.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.vm.expand.StandardLibraries;
import dev.touchstone.vm.value.Symbol;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The standard libraries of the reference VM, beside the table of names. */
class StandardLibrariesTest {
  private static final Language LANGUAGE = CorpusLoader.builtIn().language();

  private static Set<String> exports(String library) {
    List<Symbol> names = Objects.requireNonNull(StandardLibraries.exports(library), library);
    return names.stream().map(Symbol::name).collect(Collectors.toCollection(TreeSet::new));
  }

  /** The names that the table puts into a library; one feature has names of two. */
  private static Set<String> listed(String library) {
    Set<String> names = new TreeSet<>();
    for (Feature feature : LANGUAGE.features().values()) {
      for (String name : feature.identifiers()) {
        String home = name.equals("newline") ? "(scheme base)" : feature.library();
        if (home.equals(library)) {
          names.add(name);
        }
      }
    }
    return names;
  }

  @Test
  void eachExportsWhatTheTableSays() {
    assertThat(StandardLibraries.names()).hasSize(16);
    for (String library : StandardLibraries.names()) {
      if (!library.equals("(scheme r5rs)")) {
        assertThat(exports(library)).as(library).isEqualTo(listed(library));
      }
    }
  }

  @Test
  void eachFeatureOfR7rsIsInOne() {
    Set<String> homes = new TreeSet<>();
    LANGUAGE.features().values().forEach(feature -> homes.add(feature.library()));
    homes.removeAll(Set.of("program", "Touchstone"));
    assertThat(homes).isEqualTo(new TreeSet<>(StandardLibraries.names()));
  }

  @Test
  void r5rsExportsNamesThatOthersExportAndItsOwn() {
    Set<String> r5rs = exports("(scheme r5rs)");
    Set<String> elsewhere = new TreeSet<>();
    StandardLibraries.names().stream()
        .filter(library -> !library.equals("(scheme r5rs)"))
        .forEach(library -> elsewhere.addAll(exports(library)));
    Set<String> own = new TreeSet<>(r5rs);
    own.removeAll(elsewhere);
    assertThat(own).isEqualTo(listed("(scheme r5rs)"));
    assertThat(r5rs).contains("cddddr", "let-syntax", "force", "string-ci<?", "load");
    assertThat(r5rs).doesNotContain("when", "vector-map", "letrec*", "error", "exact");
  }
}
