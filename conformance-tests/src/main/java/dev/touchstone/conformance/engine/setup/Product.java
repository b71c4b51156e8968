package dev.touchstone.conformance.engine.setup;

import java.util.Optional;

/** The product that this is a part of. */
public final class Product {
  private Product() {}

  /**
   * Its version, which stands in the top {@code pom.xml}; {@code development} where it does not run
   * from a jar.
   */
  public static String version() {
    return Optional.ofNullable(Product.class.getPackage().getImplementationVersion())
        .orElse("development");
  }
}
