package dev.touchstone.vm.bytecode.binary;

import dev.touchstone.vm.bytecode.CaptureKind;
import dev.touchstone.vm.bytecode.Code;
import dev.touchstone.vm.bytecode.SpanTable;
import dev.touchstone.vm.bytecode.Unit;
import dev.touchstone.vm.source.Source;
import dev.touchstone.vm.source.Span;
import dev.touchstone.vm.value.Symbol;
import dev.touchstone.vm.value.Value;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;

/**
 * Reads a unit from bytes (spec chapter 23). It is not verified yet: whoever did not write the
 * bytes himself has that done before it runs.
 */
public final class BinaryReader {
  /** Of each of its ten parts a code has a byte at least. */
  private static final int LEAST_CODE = 10;

  private static final int LEAST_SPAN = 4;

  private final Input in;
  private final List<Source> sources = new ArrayList<>();
  private final List<Points> points = new ArrayList<>();

  private BinaryReader(Input in) {
    this.in = in;
  }

  /** Whether a file begins as units in this form do. */
  public static boolean isBinary(byte[] bytes) {
    byte[] magic = Format.magic();
    return bytes.length >= magic.length
        && Arrays.equals(magic, 0, magic.length, bytes, 0, magic.length);
  }

  /**
   * The unit that bytes hold.
   *
   * @throws BrokenBinary if they are none
   */
  public static Unit read(byte[] bytes) {
    checkFrame(bytes);
    BinaryReader reader = new BinaryReader(new Input(bytes, Format.CONTENT_AT));
    Unit unit = reader.unit();
    if (reader.in.remaining() > 0) {
      throw reader.in.broken(reader.in.offset(), "the file goes on after the last code");
    }
    return unit;
  }

  private static void checkFrame(byte[] bytes) {
    byte[] magic = Format.magic();
    int same = Arrays.mismatch(magic, bytes);
    if (same >= 0 && same < magic.length) {
      throw new BrokenBinary(same, "this is no binary form of bytecode");
    }
    if (bytes.length < Format.CONTENT_AT) {
      throw new BrokenBinary(bytes.length, "the file ends within its first 18 bytes");
    }
    ByteBuffer head = ByteBuffer.wrap(bytes);
    int version = head.getShort(Format.VERSION_AT) & 0xFFFF;
    if (version != Format.VERSION) {
      throw new BrokenBinary(
          Format.VERSION_AT, "version " + version + "; this reads version " + Format.VERSION);
    }
    long length = head.getInt(Format.LENGTH_AT) & 0xFFFFFFFFL;
    int found = bytes.length - Format.CONTENT_AT;
    if (length != found || length > Format.MOST_CONTENT) {
      throw new BrokenBinary(
          Format.LENGTH_AT,
          "the content should have " + length + " bytes, at most 268435456, and has " + found);
    }
    CRC32 checksum = new CRC32();
    checksum.update(bytes, Format.CONTENT_AT, found);
    if ((int) checksum.getValue() != head.getInt(Format.CHECKSUM_AT)) {
      throw new BrokenBinary(Format.CHECKSUM_AT, "the checksum does not fit: the file is damaged");
    }
  }

  private Unit unit() {
    boolean hasValue = in.flag("what tells whether there is a value");
    int sourceCount = in.count("sources", 2);
    for (int i = 0; i < sourceCount; i++) {
      Source source = Source.of(in.text("the name of a source"), in.text("a source"));
      sources.add(source);
      points.add(new Points(source.text()));
    }
    int globalCount = in.count("global names", 1);
    List<Symbol> globals = new ArrayList<>();
    for (int i = 0; i < globalCount; i++) {
      globals.add(Symbol.of(in.text("a global name")));
    }
    Value[] data = DataReader.read(in);
    return new Unit(codes(data), globals, hasValue);
  }

  private Code codes(Value[] data) {
    int start = in.offset();
    int count = in.count("codes", LEAST_CODE);
    if (count == 0) {
      throw in.broken(start, "there is no code");
    }
    CodeTree tree = new CodeTree(count);
    for (int i = 0; i < count; i++) {
      tree.add(code(i, tree, data));
    }
    return tree.main(in);
  }

  private CodeTree.Part code(int number, CodeTree tree, Value[] data) {
    int start = in.offset();
    String name = in.text("the name of a code");
    int required = in.number("the number of arguments");
    boolean rest = in.flag("what tells whether there is a rest");
    int locals = in.number("the number of locals");
    int maxStack = in.number("the height of the stack");
    List<CaptureKind> captures = captures();
    List<Value> constants = constants(data);
    List<Integer> nested = nested(number, tree);
    int[] words = words();
    SpanTable spans = spans(words.length);
    return new CodeTree.Part(
        start,
        nested,
        inner ->
            new Code(
                name, required, rest, locals, maxStack, captures, words, constants, inner, spans));
  }

  private List<CaptureKind> captures() {
    int count = in.count("captures", 1);
    List<CaptureKind> kinds = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      kinds.add(in.flag("the kind of a capture") ? CaptureKind.BOX : CaptureKind.VALUE);
    }
    return kinds;
  }

  private List<Value> constants(Value[] data) {
    int count = in.count("constants", 1);
    List<Value> constants = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      constants.add(data[in.index(data.length, "the number of a constant")]);
    }
    return constants;
  }

  private List<Integer> nested(int outer, CodeTree tree) {
    int count = in.count("nested codes", 1);
    List<Integer> nested = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      int at = in.offset();
      int inner = in.number("the number of a nested code");
      tree.nest(outer, inner, in, at);
      nested.add(inner);
    }
    return nested;
  }

  private int[] words() {
    int[] words = new int[in.count("words", 1)];
    for (int i = 0; i < words.length; i++) {
      words[i] = in.number("a word");
    }
    return words;
  }

  private SpanTable spans(int words) {
    int count = in.count("spans", LEAST_SPAN);
    SpanTable.Builder spans = new SpanTable.Builder();
    int word = 0;
    for (int i = 0; i < count; i++) {
      int at = in.offset();
      int step = in.number("the word of a span");
      if (i == 0 ? step > 0 : step == 0 || step >= words - word) {
        throw in.broken(at, "spans begin at word 0, each at a later word of the " + words);
      }
      word += step;
      spans.append(word, span());
    }
    return spans.build();
  }

  private Span span() {
    int source = in.index(sources.size(), "the source of a span");
    Points places = points.get(source);
    int at = in.offset();
    int start = in.number("the start of a span");
    int length = in.number("the length of a span");
    if ((long) start + length > places.characters()) {
      throw in.broken(at, "the span ends after the " + places.characters() + " of its source");
    }
    return new Span(sources.get(source), places.unit(start), places.unit(start + length));
  }
}
