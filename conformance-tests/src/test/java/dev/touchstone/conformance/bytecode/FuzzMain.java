package dev.touchstone.conformance.bytecode;

/** The fuzzing as a program: how many mutants, and the seed. */
public final class FuzzMain {
  private FuzzMain() {}

  /** Prints the figures; ends with 1 if there was a fault, or too few mutants were accepted. */
  public static void main(String[] arguments) {
    Fuzz fuzz = new Fuzz();
    fuzz.run(Long.parseLong(arguments[1]), Integer.parseInt(arguments[0]));
    System.out.print(fuzz.summary());
    fuzz.failures().stream().limit(20).forEach(System.out::println);
    boolean enough = fuzz.accepted() * 10L >= fuzz.mutants();
    System.exit(fuzz.failures().isEmpty() && enough ? 0 : 1);
  }
}
