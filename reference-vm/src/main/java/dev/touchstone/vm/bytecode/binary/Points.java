package dev.touchstone.vm.bytecode.binary;

/** A text's places, counted in characters as the file does, and in UTF-16 units as spans do. */
final class Points {
  private final int units;
  private final int characters;

  /** By character the unit at which it begins, if that is not the same. */
  private final int[] unitOf;

  /** By unit the number of characters that begin before it, if that is not the same. */
  private final int[] characterOf;

  Points(String text) {
    units = text.length();
    characters = text.codePointCount(0, units);
    boolean plain = units == characters;
    unitOf = new int[plain ? 0 : characters + 1];
    characterOf = new int[plain ? 0 : units + 1];
    int character = 0;
    for (int unit = 0; !plain && unit < units; character++) {
      unitOf[character] = unit;
      int next = text.offsetByCodePoints(unit, 1);
      characterOf[unit] = character;
      // The middle of a character counts as its end.
      characterOf[next - 1] = next - 1 == unit ? character : character + 1;
      unit = next;
    }
    if (!plain) {
      unitOf[characters] = units;
      characterOf[units] = characters;
    }
  }

  /** How many characters the text has. */
  int characters() {
    return characters;
  }

  int unit(int character) {
    return unitOf.length == 0 ? character : unitOf[character];
  }

  int character(int unit) {
    return characterOf.length == 0 ? unit : characterOf[unit];
  }
}
