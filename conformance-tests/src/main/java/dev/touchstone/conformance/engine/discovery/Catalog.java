package dev.touchstone.conformance.engine.discovery;

import dev.touchstone.conformance.corpus.TestCase;
import dev.touchstone.conformance.engine.descriptor.CaseDescriptor;
import dev.touchstone.conformance.engine.descriptor.GroupDescriptor;
import dev.touchstone.conformance.engine.setup.LocatedCorpus;
import dev.touchstone.conformance.engine.setup.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.UniqueId.Segment;

/**
 * The wanted cases by their place in the tree: subject (only where there are several), chapter,
 * file, case.
 */
final class Catalog {
  static final String SUBJECT = "subject";
  static final String CHAPTER = "chapter";
  static final String FILE = "file";
  static final String CASE = "case";

  private final Settings settings;
  private final LocatedCorpus corpus;
  private final Sources sources;
  private final List<String> levels;
  private final NavigableMap<String, NavigableMap<String, NavigableMap<String, TestCase>>>
      chapters = new TreeMap<>();
  private final List<TestCase> cases = new ArrayList<>();

  Catalog(Settings settings, LocatedCorpus corpus) {
    this.settings = settings;
    this.corpus = corpus;
    this.sources = new Sources(corpus);
    this.levels =
        settings.subjects().size() > 1
            ? List.of(SUBJECT, CHAPTER, FILE, CASE)
            : List.of(CHAPTER, FILE, CASE);
    for (TestCase testCase : corpus.corpus().cases()) {
      if (settings.filter().matches(testCase, corpus.corpus().language())) {
        add(testCase);
      }
    }
  }

  private void add(TestCase testCase) {
    cases.add(testCase);
    chapters
        .computeIfAbsent(testCase.chapter(), chapter -> new TreeMap<>())
        .computeIfAbsent(testCase.file(), file -> new TreeMap<>())
        .put(testCase.slug(), testCase);
  }

  /** The wanted cases, by id. */
  List<TestCase> cases() {
    return cases;
  }

  /** The corpus from which the cases come. */
  LocatedCorpus corpus() {
    return corpus;
  }

  /** The ids of a case: one for each subject. */
  List<UniqueId> idsOf(TestCase testCase, UniqueId root) {
    List<UniqueId> parents =
        levels.contains(SUBJECT)
            ? settings.subjects().stream().map(name -> root.append(SUBJECT, name)).toList()
            : List.of(root);
    return parents.stream()
        .map(
            parent ->
                parent
                    .append(CHAPTER, testCase.chapter())
                    .append(FILE, testCase.file())
                    .append(CASE, testCase.slug()))
        .toList();
  }

  /** The ids below a node, in order; none below a case or below what does not exist. */
  List<UniqueId> children(UniqueId id) {
    Place place = place(id);
    if (!place.valid() || place.names().size() == levels.size()) {
      return List.of();
    }
    String level = levels.get(place.names().size());
    List<String> names =
        switch (level) {
          case SUBJECT -> settings.subjects();
          case CHAPTER -> List.copyOf(chapters.keySet());
          case FILE -> List.copyOf(files(place.name(CHAPTER)).keySet());
          default -> List.copyOf(slugs(place.name(CHAPTER), place.name(FILE)).keySet());
        };
    return names.stream().map(name -> id.append(level, name)).toList();
  }

  /** The node of that id, without children; none if nothing has that id. */
  Optional<TestDescriptor> create(UniqueId id) {
    Place place = place(id);
    if (!place.valid() || place.names().isEmpty()) {
      return Optional.empty();
    }
    String name = place.names().getLast();
    return switch (levels.get(place.names().size() - 1)) {
      case SUBJECT ->
          settings.subjects().contains(name)
              ? Optional.of(new GroupDescriptor(id, name, null))
              : Optional.empty();
      case CHAPTER -> firstOf(name).map(first -> group(id, name, first, false));
      case FILE -> firstOf(place.name(CHAPTER), name).map(first -> group(id, name, first, true));
      default ->
          Optional.ofNullable(slugs(place.name(CHAPTER), place.name(FILE)).get(name))
              .map(testCase -> leaf(id, testCase, place));
    };
  }

  private GroupDescriptor group(UniqueId id, String name, TestCase first, boolean file) {
    return new GroupDescriptor(
        id, name, file ? sources.file(first.position()) : sources.directory(first.position()));
  }

  private CaseDescriptor leaf(UniqueId id, TestCase testCase, Place place) {
    boolean several = levels.contains(SUBJECT);
    String subject = several ? place.name(SUBJECT) : settings.subjects().getFirst();
    return new CaseDescriptor(
        id,
        testCase,
        subject,
        several ? testCase.id() + " [" + subject + "]" : testCase.id(),
        sources.line(testCase.position()),
        Tags.of(testCase, corpus.corpus().language()));
  }

  private Optional<TestCase> firstOf(String chapter) {
    return files(chapter).values().stream().flatMap(file -> file.values().stream()).findFirst();
  }

  private Optional<TestCase> firstOf(String chapter, String file) {
    return slugs(chapter, file).values().stream().findFirst();
  }

  private NavigableMap<String, NavigableMap<String, TestCase>> files(String chapter) {
    return chapters.getOrDefault(chapter, new TreeMap<>());
  }

  private NavigableMap<String, TestCase> slugs(String chapter, String file) {
    return files(chapter).getOrDefault(file, new TreeMap<>());
  }

  /** Reads the segments after the engine and, where there is one, the marker class. */
  private Place place(UniqueId id) {
    List<Segment> segments = id.getSegments();
    int start = segments.size() > 1 && segments.get(1).getType().equals(TreeResolver.CLASS) ? 2 : 1;
    List<Segment> rest = segments.subList(start, segments.size());
    List<String> types = rest.stream().map(Segment::getType).toList();
    boolean valid = rest.size() <= levels.size() && types.equals(levels.subList(0, rest.size()));
    return new Place(valid, levels, rest.stream().map(Segment::getValue).toList());
  }

  /** A place in the tree: the names on the way down, one for each level passed. */
  private record Place(boolean valid, List<String> levels, List<String> names) {
    String name(String level) {
      return names.get(levels.indexOf(level));
    }
  }
}
