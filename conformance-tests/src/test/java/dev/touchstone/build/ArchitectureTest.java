package dev.touchstone.build;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The packages use one another as the decision on layers says: each only those before it, and few
 * libraries.
 */
class ArchitectureTest {
  private static final String VM = "dev.touchstone.vm.";
  private static final String CONFORMANCE = "dev.touchstone.conformance.";
  private static final String REPORTS = "dev.touchstone.reports..";

  /** In this order; a package that does not exist yet is simply empty. */
  private static final List<String> VM_LAYERS =
      List.of(
          "source",
          "value",
          "reader",
          "core",
          "expand",
          "bytecode",
          "compiler",
          "trace",
          "heap",
          "machine",
          "definitional",
          "library",
          "jvm",
          "api",
          "serve",
          "cli");

  private static final List<String> CONFORMANCE_LAYERS =
      List.of(
          "corpus", "names", "trace", "dialect", "subject", "verdict", "engine", "doctor", "init",
          "explain", "allure", "gate", "bench", "cli");

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("dev.touchstone");

  @TestFactory
  Stream<DynamicTest> eachPackageUsesOnlyThoseBeforeIt() {
    return Stream.concat(layers(VM, VM_LAYERS), layers(CONFORMANCE, CONFORMANCE_LAYERS));
  }

  private static Stream<DynamicTest> layers(String prefix, List<String> order) {
    return order.stream()
        .map(
            name ->
                DynamicTest.dynamicTest(
                    prefix + name,
                    () -> {
                      String[] later =
                          order.subList(order.indexOf(name) + 1, order.size()).stream()
                              .map(other -> prefix + other + "..")
                              .toArray(String[]::new);
                      if (later.length > 0) {
                        noClasses()
                            .that()
                            .resideInAPackage(prefix + name + "..")
                            .should()
                            .dependOnClassesThat()
                            .resideInAnyPackage(later)
                            .allowEmptyShould(true)
                            .check(CLASSES);
                      }
                    }));
  }

  /** The three that take and give units know the table and the unit, and nothing of each other. */
  @Test
  void theFormsOfBytecodeAndTheVerifierStandSideBySide() {
    List<String> parts = List.of("assembly", "binary", "verifier");
    for (String part : parts) {
      String[] others =
          parts.stream()
              .filter(other -> !other.equals(part))
              .map(other -> VM + "bytecode." + other + "..")
              .toArray(String[]::new);
      noClasses()
          .that()
          .resideInAPackage(VM + "bytecode." + part + "..")
          .or()
          .resideInAPackage(VM + "bytecode")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(others)
          .check(CLASSES);
    }
  }

  @Test
  void everyPackageHasAPlaceInTheOrder() {
    assertThat(
            CLASSES.stream()
                .map(type -> type.getPackageName())
                .filter(name -> name.startsWith(VM) || name.startsWith(CONFORMANCE))
                .filter(name -> !(name + ".").equals(CONFORMANCE))
                .map(name -> name.replaceFirst("^dev\\.touchstone\\.(vm|conformance)\\.", ""))
                .map(name -> name.replaceFirst("\\..*", ""))
                .distinct())
        .isSubsetOf(Stream.concat(VM_LAYERS.stream(), CONFORMANCE_LAYERS.stream()).toList());
  }

  @Test
  void theReferenceVmUsesTheJdkAndJLineAlone() {
    noClasses()
        .that()
        .resideInAPackage(VM + ".")
        .should()
        .dependOnClassesThat(
            resideInAnyPackage(
                    "java..", "com.sun.management..", "org.jspecify..", "org.jline..", VM + ".")
                .or(resideInAPackage(""))
                .as("the JDK, JSpecify, JLine or the VM")
                .negate()
                .as("anything but the JDK, JSpecify and JLine"))
        .check(CLASSES);
  }

  /** So that nothing else waits until its classes are loaded. */
  @Test
  void theTerminalIsUsedByTheInteractiveSessionAlone() {
    noClasses()
        .that()
        .resideInAPackage(VM + ".")
        .and()
        .haveNameNotMatching(".*\\.Terminal[^.]*")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.jline..")
        .check(CLASSES);
    noClasses()
        .that()
        .resideInAPackage(VM + ".")
        .and()
        .resideOutsideOfPackage(VM + "cli.repl..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.jline..")
        .check(CLASSES);
  }

  @Test
  void theReportsKnowNothingOfTheRunner() {
    noClasses()
        .that()
        .resideInAPackage(REPORTS)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(VM + ".", CONFORMANCE + ".")
        .check(CLASSES);
  }

  @Test
  void belowTheApiTheVmTouchesNoThreadFileClockOrReflection() {
    noClasses()
        .that()
        .resideInAPackage(VM + ".")
        .and()
        .resideOutsideOfPackages(VM + "jvm..", VM + "api..", VM + "cli..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "java.lang.reflect..",
            "java.lang.invoke..",
            "java.nio.file..",
            "java.net..",
            "java.util.concurrent.locks..")
        .orShould()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.lang.Thread")
        .orShould()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.io.File")
        .orShould()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.lang.ProcessBuilder")
        .orShould()
        .callMethod(System.class, "nanoTime")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .orShould()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.time.Instant")
        .check(CLASSES);
  }

  @Test
  void standardStreamsAreUsedByTheCommandLinesAlone() {
    noClasses()
        .that()
        .resideOutsideOfPackages(VM + "cli..", CONFORMANCE + "cli..", CONFORMANCE + "allure..")
        .should()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .orShould()
        .accessField(System.class, "in")
        .check(CLASSES);
  }
}
