package dev.touchstone.conformance.corpus;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SourceSpan;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/** Reads the chapters of the spec: their clauses, and their examples as cases. */
final class SpecLoader {
  private static final Pattern FILE = Pattern.compile("\\d\\d-([a-z0-9]+(-[a-z0-9]+)*)\\.md");
  private static final Pattern CLAUSE =
      Pattern.compile("\\*\\*([A-Z]+-[0-9]+)\\.\\*\\*(?:\\s+(.*))?", Pattern.DOTALL);
  private static final Pattern NEARLY =
      Pattern.compile("\\*\\*([A-Za-z]+[-_ ]?[0-9]+[a-z]?\\.?)\\*\\*.*", Pattern.DOTALL);
  private static final Pattern WITHDRAWN =
      Pattern.compile("[*_]\\(withdrawn\\)[*_].*", Pattern.DOTALL);

  private final Problems problems;
  private final Map<String, Clause> clauses = new LinkedHashMap<>();
  private final Set<String> chapters = new LinkedHashSet<>();
  private final List<ExampleBlock> examples = new ArrayList<>();

  /** A fenced block of Scheme, to be read when all clauses are known. */
  record ExampleBlock(
      String chapter, String info, List<String> lines, SourcePosition fence, int indent) {}

  SpecLoader(Problems problems) {
    this.problems = problems;
  }

  /** The rules read so far, by id. */
  Map<String, Clause> clauses() {
    return clauses;
  }

  /** The chapters read so far. */
  Set<String> chapters() {
    return chapters;
  }

  /** The blocks of Scheme read so far. */
  List<ExampleBlock> examples() {
    return examples;
  }

  /**
   * Reads a chapter.
   *
   * @param label what messages call the file
   * @param fileName its name alone
   */
  void read(String label, String fileName, byte[] bytes) {
    Matcher matcher = FILE.matcher(fileName);
    SourcePosition start = new SourcePosition(label, 1, 1);
    if (!matcher.matches()) {
      problems.add(start, "a chapter's file is named `NN-name.md`");
      return;
    }
    if (!chapters.add(matcher.group(1))) {
      problems.add(start, "there is a chapter `" + matcher.group(1) + "` already");
    }
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      Parser parser =
          Parser.builder().includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES).build();
      parser.parse(text).accept(new Chapter(label, matcher.group(1), text));
    } catch (CharacterCodingException e) {
      problems.add(start, "not UTF-8");
    }
  }

  /** Collects from one chapter. */
  private final class Chapter extends AbstractVisitor {
    private final String file;
    private final String id;
    private final List<String> lines;

    Chapter(String file, String id, String text) {
      this.file = file;
      this.id = id;
      this.lines = text.lines().toList();
    }

    @Override
    public void visit(Paragraph paragraph) {
      String text = source(paragraph);
      SourceSpan first = paragraph.getSourceSpans().getFirst();
      SourcePosition at =
          new SourcePosition(file, first.getLineIndex() + 1, first.getColumnIndex() + 1);
      Matcher clause = CLAUSE.matcher(text);
      Matcher nearly = NEARLY.matcher(text);
      if (clause.matches()) {
        add(clause.group(1), clause.group(2) == null ? "" : clause.group(2), at);
      } else if (nearly.matches()) {
        problems.add(
            at, "malformed clause id `" + nearly.group(1) + "`: it is written **NAME-1.**");
      }
    }

    private String source(Node node) {
      StringBuilder text = new StringBuilder();
      for (SourceSpan span : node.getSourceSpans()) {
        String line = lines.get(span.getLineIndex());
        int end = Math.min(line.length(), span.getColumnIndex() + span.getLength());
        text.append(text.isEmpty() ? "" : "\n").append(line, span.getColumnIndex(), end);
      }
      return text.toString();
    }

    private void add(String clauseId, String text, SourcePosition at) {
      Clause first = clauses.get(clauseId);
      if (first != null) {
        problems.add(at, "the clause `" + clauseId + "` is stated already, at " + first.position());
        return;
      }
      if (text.isBlank()) {
        problems.add(at, "the clause `" + clauseId + "` has no text");
      }
      boolean withdrawn = WITHDRAWN.matcher(text).matches();
      clauses.put(clauseId, new Clause(clauseId, id, text, withdrawn, at));
    }

    @Override
    public void visit(FencedCodeBlock block) {
      String info = block.getInfo() == null ? "" : block.getInfo().strip();
      SourceSpan fence = block.getSourceSpans().getFirst();
      if (info.equals("scheme") || info.startsWith("scheme ")) {
        SourcePosition at =
            new SourcePosition(file, fence.getLineIndex() + 1, fence.getColumnIndex() + 1);
        List<String> content = block.getLiteral().lines().toList();
        examples.add(new ExampleBlock(id, info, content, at, fence.getColumnIndex()));
      }
    }
  }
}
