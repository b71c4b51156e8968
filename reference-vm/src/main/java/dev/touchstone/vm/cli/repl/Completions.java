package dev.touchstone.vm.cli.repl;

import dev.touchstone.vm.api.ReplSession;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What a word that is being typed may become. */
final class Completions {
  private static final String LOAD = ",load ";

  private final ReplSession session;
  private final Path home;

  Completions(ReplSession session, Path home) {
    this.session = session;
    this.home = home;
  }

  /** Where the word begins that ends at the cursor. */
  static int wordStart(String text, int cursor) {
    if (isFileName(text, cursor)) {
      return text.lastIndexOf(' ', cursor - 1) + 1;
    }
    int start = cursor;
    while (start > 0 && isWordPart(text.charAt(start - 1))) {
      start--;
    }
    return isCommand(text, start) ? start - 1 : start;
  }

  private static boolean isWordPart(char c) {
    return !Lexeme.isDelimiter(c) && c != '\'' && c != '`' && c != ',';
  }

  private static boolean isCommand(String text, int start) {
    return text.substring(0, start).strip().equals(",") && text.charAt(start - 1) == ',';
  }

  private static boolean isFileName(String text, int cursor) {
    return text.startsWith(LOAD) && cursor >= LOAD.length() && !text.contains("\n");
  }

  /** What the word before the cursor may become, in order; nothing for no word at all. */
  List<String> of(String text, int cursor) {
    String word = text.substring(wordStart(text, cursor), cursor);
    if (isFileName(text, cursor)) {
      return files(word);
    }
    if (word.startsWith(",")) {
      return Command.words().stream()
          .map(each -> "," + each)
          .filter(each -> each.startsWith(word))
          .sorted()
          .toList();
    }
    if (word.isEmpty() || isQuoted(text, cursor)) {
      return List.of();
    }
    return session.names().stream().filter(each -> each.startsWith(word)).sorted().toList();
  }

  /** Whether the cursor is within a string, a character or a comment. */
  private static boolean isQuoted(String text, int cursor) {
    List<Lexeme> before = Lexeme.of(text.substring(0, cursor));
    return !before.isEmpty()
        && before.getLast().end() == cursor
        && switch (before.getLast().kind()) {
          case STRING, COMMENT, CHARACTER -> true;
          default -> false;
        };
  }

  private List<String> files(String begun) {
    int slash = begun.lastIndexOf('/') + 1;
    String directory = begun.substring(0, slash);
    try (Stream<Path> files = Files.list(resolved(directory))) {
      return files
          .filter(file -> String.valueOf(file.getFileName()).startsWith(begun.substring(slash)))
          .map(file -> directory + file.getFileName() + (Files.isDirectory(file) ? "/" : ""))
          .sorted()
          .toList();
    } catch (IOException | InvalidPathException e) {
      return List.of();
    }
  }

  private Path resolved(String directory) {
    return directory.startsWith("~/") ? home.resolve(directory.substring(2)) : Path.of(directory);
  }
}
