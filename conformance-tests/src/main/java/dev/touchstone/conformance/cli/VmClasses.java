package dev.touchstone.conformance.cli;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.security.CodeSource;

/** Where the classes of the reference VM are. */
final class VmClasses {
  private VmClasses() {}

  /** Their jar or directory. */
  static Path location() {
    CodeSource source = dev.touchstone.vm.cli.Main.class.getProtectionDomain().getCodeSource();
    if (source == null) {
      throw new IllegalStateException("the reference VM is not on the class path");
    }
    try {
      return Path.of(source.getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException("the class path holds no path: " + source, e);
    }
  }
}
