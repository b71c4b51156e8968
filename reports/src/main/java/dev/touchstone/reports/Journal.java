package dev.touchstone.reports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.touchstone.reports.model.CaseReport;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What an unfinished run has so far: a file of lines of JSON, the first about the run, each other a
 * result (RES-6). A line is handed to the system before the next case counts, so that killing the
 * runner loses at most what was under way; a last line that was cut off is dropped. Thread-safe.
 */
public final class Journal implements AutoCloseable {
  /** The name of the file in the directory of a run's reports. */
  public static final String NAME = "journal.ndjson";

  private static final int FORM = 1;

  private final Path file;
  private final FileChannel channel;
  private final ObjectMapper mapper = ResultsFile.lineMapper();

  /**
   * About the run.
   *
   * @param journal the form of the file
   * @param cases the fingerprint of the cases
   * @param subjects as they were asked for
   * @param asked the options of the run, for people
   */
  public record Head(int journal, String cases, List<String> subjects, String asked) {
    /** Of a run of this version. */
    public Head(String cases, List<String> subjects, String asked) {
      this(FORM, cases, subjects, asked);
    }

    /** Whether a run of that other one is the same run. */
    public boolean sameRun(Head other) {
      return journal == other.journal
          && cases.equals(other.cases)
          && subjects.equals(other.subjects);
    }
  }

  /**
   * A result.
   *
   * @param subject as it was asked for
   * @param claims a text that changes with what the subject says of itself
   */
  public record Line(String subject, String claims, CaseReport result) {}

  /**
   * What was read.
   *
   * @param length of the whole lines, in bytes
   */
  public record Content(Head head, List<Line> lines, long length) {}

  private Journal(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  /** Begins a new one, in place of one that may be there. */
  public static Journal start(Path file, Head head) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    Journal journal =
        new Journal(
            file,
            FileChannel.open(
                file,
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.WRITE));
    journal.write(head);
    return journal;
  }

  /** Goes on with one, after its whole lines. */
  public static Journal resume(Path file, Content content) throws IOException {
    FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
    channel.truncate(content.length());
    channel.position(content.length());
    return new Journal(file, channel);
  }

  /**
   * Reads one; nothing if there is none, or not even its first line is whole.
   *
   * @throws ResultsFileException if it is damaged elsewhere than at its end
   */
  public static Optional<Content> read(Path file) throws IOException {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    String whole = text.substring(0, text.lastIndexOf('\n') + 1);
    List<String> texts = whole.lines().toList();
    if (texts.isEmpty()) {
      return Optional.empty();
    }
    ObjectMapper mapper = ResultsFile.lineMapper();
    int number = 1;
    try {
      Head head = mapper.readValue(texts.getFirst(), Head.class);
      List<Line> lines = new ArrayList<>();
      while (number < texts.size()) {
        lines.add(mapper.readValue(texts.get(number++), Line.class));
      }
      int length = whole.getBytes(StandardCharsets.UTF_8).length;
      return Optional.of(new Content(head, lines, length));
    } catch (JsonProcessingException damaged) {
      throw new ResultsFileException(file + " is damaged in line " + number + ".");
    }
  }

  /** Adds a result. */
  public void add(Line line) throws IOException {
    write(line);
  }

  private synchronized void write(Object line) throws IOException {
    ByteBuffer bytes =
        ByteBuffer.wrap((mapper.writeValueAsString(line) + "\n").getBytes(StandardCharsets.UTF_8));
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
  }

  /** Removes it: the run is finished and its results are elsewhere. */
  public void remove() throws IOException {
    close();
    Files.deleteIfExists(file);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
