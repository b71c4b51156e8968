package dev.touchstone.conformance.engine.setup;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * One of several parts into which the cases fall, each in exactly one: that of the CRC-32 of its id
 * in UTF-8, modulo the number of parts. Cases that come or go move no other.
 *
 * @param index from 1 to {@code of}
 * @param of how many parts there are, from 1 to 9999
 */
public record Shard(int index, int of) {
  /** All cases. */
  public static final Shard ALL = new Shard(1, 1);

  private static final Pattern FORM = Pattern.compile("([1-9]\\d{0,3})/([1-9]\\d{0,3})");

  /** Checks that there is such a part. */
  public Shard {
    if (index < 1 || index > of) {
      throw new IllegalArgumentException("there is no part " + index + " of " + of);
    }
  }

  /**
   * Reads {@code 2/3}.
   *
   * @throws IllegalArgumentException if the text is nothing of the kind
   */
  public static Shard parse(String text) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("a shard is written as 2/3, but this is '" + text + "'");
    }
    return new Shard(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
  }

  /** Whether it is the whole. */
  public boolean isAll() {
    return of == 1;
  }

  /** Whether the case of that id belongs to it. */
  public boolean holds(String id) {
    CRC32 sum = new CRC32();
    sum.update(id.getBytes(StandardCharsets.UTF_8));
    return sum.getValue() % of == index - 1;
  }

  /** {@code 2/3}. */
  @Override
  public String toString() {
    return index + "/" + of;
  }
}
