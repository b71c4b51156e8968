package dev.touchstone.conformance.names;

import dev.touchstone.conformance.corpus.Clause;
import dev.touchstone.conformance.corpus.Corpus;
import dev.touchstone.conformance.corpus.Feature;
import dev.touchstone.conformance.corpus.Program;
import dev.touchstone.conformance.corpus.TestCase;
import dev.touchstone.vm.reader.DatumReader;
import dev.touchstone.vm.reader.Syntax;
import dev.touchstone.vm.source.DiagnosticException;
import dev.touchstone.vm.source.Source;
import dev.touchstone.vm.value.Symbol;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** All names of the language with the cases that show what they mean. */
public final class NameIndex {
  /** A span of code in Markdown, between backticks; two where it contains one. */
  private static final Pattern CODE = Pattern.compile("(?<!`)(?:``(.+?)``|`([^`]+)`)(?!`)");

  private NameIndex() {}

  /** The names, by library and then as text sorts. */
  public static List<KnownName> of(Corpus corpus) {
    Map<String, List<TestCase>> mentions = mentions(corpus.cases());
    List<KnownName> names = new ArrayList<>();
    for (Feature feature : corpus.language().features().values()) {
      for (String name : feature.identifiers()) {
        List<String> clauses =
            feature.clauses().stream()
                .filter(id -> words(corpus.clauses().get(id)).contains(name))
                .toList();
        List<TestCase> cases =
            mentions.getOrDefault(name, List.of()).stream()
                .filter(each -> !Collections.disjoint(each.clauses(), clauses))
                .toList();
        names.add(new KnownName(name, feature, clauses, cases));
      }
    }
    names.sort(Comparator.comparing(KnownName::library).thenComparing(KnownName::name));
    return names;
  }

  /** The words of a rule that are set as code. */
  private static Set<String> words(@Nullable Clause clause) {
    Set<String> words = new HashSet<>();
    if (clause != null) {
      Matcher code = CODE.matcher(clause.text());
      while (code.find()) {
        words.addAll(
            List.of(
                Objects.requireNonNullElse(code.group(1), code.group(2)).split("[\\s()'\",]+")));
      }
    }
    return words;
  }

  private static Map<String, List<TestCase>> mentions(Iterable<TestCase> cases) {
    Map<String, List<TestCase>> mentions = new HashMap<>();
    for (TestCase testCase : cases) {
      for (String name : mentioned(testCase.program())) {
        mentions.computeIfAbsent(name, _ -> new ArrayList<>()).add(testCase);
      }
    }
    return mentions;
  }

  private static Set<String> mentioned(Program program) {
    Set<String> names = new HashSet<>();
    if (program instanceof Program.Scheme scheme) {
      addSymbols(scheme.main(), names);
      scheme.files().values().forEach(text -> addSymbols(text, names));
    }
    return names;
  }

  private static void addSymbols(String text, Set<String> names) {
    Deque<Syntax> todo = new ArrayDeque<>();
    try {
      todo.addAll(DatumReader.readAll(Source.of("program", text)));
    } catch (DiagnosticException unreadable) {
      // A case of what a program must not be: it mentions nothing.
    }
    while (!todo.isEmpty()) {
      switch (todo.pop()) {
        case Syntax.Atom atom when atom.datum() instanceof Symbol symbol ->
            names.add(symbol.name());
        case Syntax.Atom _, Syntax.LabelReference _ -> {}
        case Syntax.Labelled labelled -> todo.push(labelled.datum());
        case Syntax.VectorForm vector -> todo.addAll(vector.items());
        case Syntax.ListForm list -> {
          todo.addAll(list.items());
          if (list.tail() != null) {
            todo.push(list.tail());
          }
        }
      }
    }
  }
}
