package dev.touchstone.conformance.corpus;

import dev.touchstone.conformance.corpus.yaml.YamlFields;
import dev.touchstone.conformance.corpus.yaml.YamlFile;
import dev.touchstone.conformance.corpus.yaml.YamlScalar;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Loads the corpus that Touchstone ships, and private ones beside it or instead of it.
 *
 * <p>A private corpus is a directory or a jar with {@code DIRECTORY/FILE.yaml}, and if it likes
 * with {@code corpus.yaml}, {@code retired.txt}, {@code spec/features.yaml} and {@code
 * spec/chapters/NN-name.md}, which add to ours. Its ids begin with its name and a colon: {@code
 * my-cases:tail-calls/mutual/even-and-odd}.
 */
public final class CorpusLoader {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");

  private static final String CORPUS_FILE = "corpus.yaml";
  private static final String SPEC_FILE = "spec.yaml";

  /** A corpus's files and what its ids begin with. */
  record Part(String name, FileTree spec, String specRoot, FileTree cases) {
    String prefix() {
      return name.isEmpty() ? "" : name + ":";
    }
  }

  private final Problems problems = new Problems();
  private final List<Part> parts = new ArrayList<>();
  private final Set<String> retired = new HashSet<>();

  private CorpusLoader() {}

  /**
   * The corpus that Touchstone ships, examples of the spec included.
   *
   * @throws CorpusException if it is wrong
   */
  public static Corpus builtIn() {
    return load(List.of(), false);
  }

  /**
   * A corpus of several.
   *
   * @param extra directories or jars of private corpora
   * @param only whether to leave out the cases that Touchstone ships; its spec is still in force
   * @throws CorpusException with all mistakes in all files, if there are any
   */
  public static Corpus load(List<Path> extra, boolean only) {
    return load(spec(Optional.empty()), cases(Optional.empty()), extra, only);
  }

  /**
   * A corpus of several, where a checkout's {@code spec} and {@code test-cases} stand for what
   * Touchstone ships.
   *
   * @param home the top of the checkout
   * @param extra directories or jars of private corpora
   * @param only whether to leave out the cases of the checkout; its spec is still in force
   * @throws CorpusException with all mistakes in all files, if there are any
   */
  public static Corpus loadCheckout(Path home, List<Path> extra, boolean only) {
    return load(spec(Optional.of(home)), cases(Optional.of(home)), extra, only);
  }

  /**
   * The versions of what is shipped, under {@code corpus} and {@code spec}; one that cannot be read
   * is left out.
   *
   * @param checkout the top of the checkout whose files stand for what is shipped
   */
  public static Map<String, String> versions(Optional<Path> checkout) {
    Map<String, String> versions = new LinkedHashMap<>();
    Problems ignored = new Problems();
    version(cases(checkout), CORPUS_FILE, ignored).ifPresent(v -> versions.put("corpus", v));
    version(spec(checkout), SPEC_FILE, ignored).ifPresent(v -> versions.put("spec", v));
    return versions;
  }

  private static FileTree spec(Optional<Path> checkout) {
    return checkout
        .map(home -> FileTree.ofDirectory("spec", home.resolve("spec")))
        .orElseGet(() -> FileTree.ofClassPath("spec", "touchstone/spec/", "features.yaml"));
  }

  private static FileTree cases(Optional<Path> checkout) {
    return checkout
        .map(home -> FileTree.ofDirectory("test-cases", home.resolve("test-cases")))
        .orElseGet(() -> FileTree.ofClassPath("test-cases", "touchstone/test-cases/", CORPUS_FILE));
  }

  private static Corpus load(FileTree spec, FileTree cases, List<Path> extra, boolean only) {
    CorpusLoader loader = new CorpusLoader();
    loader.parts.add(new Part("", spec, "", cases));
    extra.forEach(loader::addPrivate);
    return loader.load(only);
  }

  private void addPrivate(Path path) {
    String label = path.toString().replace('\\', '/');
    SourcePosition start = new SourcePosition(label, 1, 1);
    Path fileName = path.toAbsolutePath().normalize().getFileName();
    String name = fileName == null ? "" : fileName.toString().replaceFirst("\\.jar$", "");
    if (!NAME.matcher(name).matches()) {
      problems.add(start, "`" + name + "` cannot be the name of a corpus: letters, digits, . _ -");
    } else if (parts.stream().anyMatch(part -> part.name().equals(name))) {
      problems.add(start, "there is a corpus `" + name + "` already");
    } else if (Files.isDirectory(path)) {
      FileTree tree = FileTree.ofDirectory(label, path);
      parts.add(new Part(name, tree, "spec/", tree));
    } else if (Files.isRegularFile(path)) {
      addJar(label, path, name);
    } else {
      problems.add(start, "no such directory or jar");
    }
  }

  private void addJar(String label, Path path, String name) {
    try {
      FileTree tree = FileTree.ofJar(label, path, "");
      parts.add(new Part(name, tree, "spec/", tree));
    } catch (UncheckedIOException e) {
      problems.add(new SourcePosition(label, 1, 1), "not readable as a jar: " + e.getMessage());
    }
  }

  private Corpus load(boolean only) {
    SpecLoader spec = new SpecLoader(problems);
    FeaturesLoader features = new FeaturesLoader(problems);
    List<List<SpecLoader.ExampleBlock>> examples = new ArrayList<>();
    for (Part part : parts) {
      int before = spec.examples().size();
      readSpec(part, spec, features);
      examples.add(List.copyOf(spec.examples().subList(before, spec.examples().size())));
    }
    Language language = features.language(spec.clauses());
    Names names = new Names(language, spec.clauses(), spec.chapters());
    List<TestCase> cases = new ArrayList<>();
    List<String> versions = new ArrayList<>();
    for (int i = only ? 1 : 0; i < parts.size(); i++) {
      cases.addAll(readPart(parts.get(i), names, examples.get(i), !features.isUnreadable()));
      versions.add(version(parts.get(i)));
    }
    problems.throwIfAny();
    cases.sort(Comparator.comparing(TestCase::id));
    return new Corpus(
        String.join(" + ", versions), specVersion(), language, spec.clauses(), cases, retired);
  }

  private void readSpec(Part part, SpecLoader spec, FeaturesLoader features) {
    String chapters = part.specRoot() + "chapters/";
    for (Map.Entry<String, byte[]> file : part.spec().files().entrySet()) {
      String path = file.getKey();
      String label = part.spec().nameOf(path);
      if (path.equals(part.specRoot() + "features.yaml")) {
        features.read(label, file.getValue());
      } else if (path.startsWith(chapters) && path.endsWith(".md")) {
        spec.read(label, path.substring(chapters.length()), file.getValue());
      }
    }
    if (part.name().isEmpty() && !part.spec().files().containsKey("features.yaml")) {
      problems.add(new SourcePosition("spec/features.yaml", 1, 1), "the file is missing");
    }
  }

  private List<TestCase> readPart(
      Part part, Names names, List<SpecLoader.ExampleBlock> examples, boolean lintable) {
    PartReader reader = new PartReader(part, names, lintable);
    List<Map.Entry<String, byte[]>> files =
        part.cases().files().entrySet().stream()
            .filter(file -> isCaseFile(part, file.getKey()) && isWellNamed(part, file.getKey()))
            .toList();
    List<TestCase> cases = new ArrayList<>();
    Stream.concat(
            Stream.of(reader.examples(examples)),
            files.parallelStream().map(file -> reader.file(file.getKey(), file.getValue())))
        .toList()
        .forEach(
            read -> {
              cases.addAll(read.cases());
              problems.addAll(read.problems());
            });
    Map<String, SourcePosition> dead = retired(part);
    dead.keySet().forEach(id -> retired.add(part.prefix() + id));
    new IdCheck(part.prefix(), problems).check(cases, dead);
    return cases;
  }

  private static boolean isCaseFile(Part part, String path) {
    boolean ofSpec = !part.name().isEmpty() && path.startsWith("spec/");
    return path.matches(".*\\.ya?ml") && !path.equals(CORPUS_FILE) && !ofSpec;
  }

  private boolean isWellNamed(Part part, String path) {
    String[] names = path.replaceFirst("\\.yaml$", "").split("/", -1);
    boolean right =
        names.length == 2
            && !names[0].equals("spec")
            && Ids.isSlug(names[0])
            && Ids.isSlug(names[1]);
    if (!right) {
      problems.add(
          new SourcePosition(part.cases().nameOf(path), 1, 1),
          "a file of cases is named `directory/file.yaml`, in words of a-z and 0-9 joined by -");
    }
    return right;
  }

  private String version(Part part) {
    Optional<String> version = version(part.cases(), CORPUS_FILE, problems);
    if (part.name().isEmpty() && !part.cases().files().containsKey(CORPUS_FILE)) {
      problems.add(
          new SourcePosition(part.cases().nameOf(CORPUS_FILE), 1, 1), "the file is missing");
    }
    return (part.name() + " " + version.orElse("")).strip();
  }

  private String specVersion() {
    return version(parts.getFirst().spec(), SPEC_FILE, problems).orElse("");
  }

  private static Optional<String> version(FileTree tree, String file, Problems problems) {
    return Optional.ofNullable(tree.files().get(file))
        .flatMap(bytes -> YamlFile.read(tree.nameOf(file), bytes, problems))
        .map(root -> YamlFields.of(root, file, List.of("version"), problems))
        .flatMap(fields -> fields.requiredText("version"))
        .map(YamlScalar::text);
  }

  private Map<String, SourcePosition> retired(Part part) {
    byte[] bytes = part.cases().files().get("retired.txt");
    String label = part.cases().nameOf("retired.txt");
    return bytes == null
        ? Map.of()
        : IdCheck.readRetired(label, new String(bytes, StandardCharsets.UTF_8), problems);
  }
}
