package dev.touchstone.vm.source;

import java.util.ArrayDeque;
import java.util.Deque;

/** Names of files, with {@code /} between their parts, as texts: nothing here looks at a disk. */
public final class Paths {
  private Paths() {}

  /** What stands before a file's own name, without the last slash; empty where nothing does. */
  public static String directory(String path) {
    int slash = path.lastIndexOf('/');
    return slash < 0 ? "" : slash == 0 ? "/" : path.substring(0, slash);
  }

  /** A file as seen from a directory, without {@code .} and, where possible, {@code ..} in it. */
  public static String resolve(String directory, String path) {
    boolean whole = path.startsWith("/") || directory.isEmpty();
    return normal(whole ? path : directory + "/" + path);
  }

  private static String normal(String path) {
    Deque<String> parts = new ArrayDeque<>();
    for (String part : path.split("/", -1)) {
      if (part.equals("..") && !parts.isEmpty() && !parts.getLast().equals("..")) {
        parts.removeLast();
      } else if (!part.isEmpty() && !part.equals(".")) {
        parts.addLast(part);
      }
    }
    return (path.startsWith("/") ? "/" : "") + String.join("/", parts);
  }
}
