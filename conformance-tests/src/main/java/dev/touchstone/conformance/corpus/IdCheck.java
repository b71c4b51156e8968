package dev.touchstone.conformance.corpus;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Ids are permanent: none is used twice, neither by two cases nor by a dead one and a new one. */
final class IdCheck {
  private final String prefix;
  private final Problems problems;

  /** A check of one corpus, whose ids begin with a prefix. */
  IdCheck(String prefix, Problems problems) {
    this.prefix = prefix;
    this.problems = problems;
  }

  /**
   * The ids of {@code retired.txt}: one a line, with the reason after a blank; {@code #} begins a
   * comment.
   */
  static Map<String, SourcePosition> readRetired(String file, String text, Problems problems) {
    Map<String, SourcePosition> ids = new LinkedHashMap<>();
    List<String> lines = new ArrayList<>(text.lines().toList());
    for (int i = 0; i < lines.size(); i++) {
      String id = lines.get(i).replaceFirst("#.*", "").strip().replaceFirst("\\s.*", "");
      SourcePosition at = new SourcePosition(file, i + 1, 1);
      if (id.isEmpty()) {
        continue;
      }
      if (!Ids.isCase(id)) {
        problems.add(at, "malformed id `" + id + "`: `directory/file/slug`");
      } else if (ids.putIfAbsent(id, at) != null) {
        problems.add(at, "the id `" + id + "` stands here twice");
      }
    }
    return ids;
  }

  /** Checks the ids that cases have and had against each other and the dead. */
  void check(List<TestCase> cases, Map<String, SourcePosition> retired) {
    Map<String, SourcePosition> live = new HashMap<>();
    for (TestCase c : cases) {
      SourcePosition first = live.putIfAbsent(c.id(), c.position());
      SourcePosition dead = retired.get(c.id().substring(prefix.length()));
      if (first != null) {
        problems.add(c.position(), "the id `" + c.id() + "` is used already, at " + first);
      }
      if (dead != null) {
        problems.add(
            c.position(), "the id `" + c.id() + "` is retired, at " + dead + "; choose another");
      }
    }
    Map<String, SourcePosition> former = new HashMap<>();
    for (TestCase c : cases) {
      c.was().forEach(old -> checkFormer(c, old, live, former, retired));
    }
  }

  private void checkFormer(
      TestCase c,
      String old,
      Map<String, SourcePosition> live,
      Map<String, SourcePosition> former,
      Map<String, SourcePosition> retired) {
    SourcePosition owner = live.get(prefix + old);
    SourcePosition other = former.putIfAbsent(old, c.position());
    if (owner != null) {
      problems.add(c.position(), "`was` names `" + old + "`, but that id is used, at " + owner);
    }
    if (other != null) {
      problems.add(c.position(), "`was` names `" + old + "`, as another case does, at " + other);
    }
    if (retired.containsKey(old)) {
      problems.add(c.position(), "`was` names `" + old + "`, which is also in retired.txt");
    }
  }
}
