package dev.touchstone.reports.html;

import com.samskivert.mustache.Template;
import dev.touchstone.reports.AtomicFile;
import dev.touchstone.reports.Summary;
import dev.touchstone.reports.model.RunReport;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Writes the report as pages: {@code index.html}, {@code clauses.html}, and {@code
 * chapters/<chapter>.html} with every case's details. Nothing on them is loaded from elsewhere.
 */
public final class HtmlSite {
  /** Stands near the top of every page; by it a page is known to be ours. */
  public static final String MARK = "touchstone-report-page";

  private HtmlSite() {}

  /**
   * Writes all pages, and removes chapters' pages of an earlier run that this run does not have.
   *
   * @throws IOException if a file cannot be written
   */
  public static void write(RunReport report, Path directory) throws IOException {
    Templates templates = new Templates();
    Templates.Head head = templates.head();
    Summary summary = Summary.of(report);
    CaseGrid grid = new CaseGrid(report);
    Set<String> written = new HashSet<>();
    Path chapters = directory.resolve(Pages.CHAPTERS);
    ChapterViews views = new ChapterViews(report, summary, grid);
    for (Map.Entry<String, List<String>> chapter : grid.byChapter().entrySet()) {
      String name = Pages.file(chapter.getKey());
      ChapterView view = views.view(head, chapter.getKey(), chapter.getValue());
      page(templates.chapter, view, chapters.resolve(name));
      written.add(name);
    }
    page(templates.clauses, ClausesView.of(head, report, grid), directory.resolve(Pages.CLAUSES));
    IndexView index = new IndexViews(report, summary, grid).view(head);
    page(templates.index, index, directory.resolve("index.html"));
    removeStale(chapters, written);
  }

  private static void page(Template template, Object view, Path file) throws IOException {
    AtomicFile.write(file, writer -> template.execute(view, writer));
  }

  private static void removeStale(Path chapters, Set<String> written) throws IOException {
    if (!Files.isDirectory(chapters)) {
      return;
    }
    try (DirectoryStream<Path> pages = Files.newDirectoryStream(chapters, "*.html")) {
      for (Path page : pages) {
        if (!written.contains(page.getFileName().toString()) && isOurs(page)) {
          Files.delete(page);
        }
      }
    }
  }

  private static boolean isOurs(Path page) throws IOException {
    try (BufferedReader reader = Files.newBufferedReader(page)) {
      return reader.lines().limit(8).collect(Collectors.joining()).contains(MARK);
    } catch (java.io.UncheckedIOException | java.nio.charset.CharacterCodingException e) {
      return false;
    }
  }
}
