package dev.touchstone.vm.bytecode.binary;

import dev.touchstone.vm.bytecode.CaptureKind;
import dev.touchstone.vm.bytecode.Code;
import dev.touchstone.vm.bytecode.GlobalNames;
import dev.touchstone.vm.bytecode.SpanTable;
import dev.touchstone.vm.bytecode.Unit;
import dev.touchstone.vm.source.Source;
import dev.touchstone.vm.source.Span;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.zip.CRC32;

/** Writes a unit as bytes (spec chapter 23). */
public final class BinaryWriter {
  private final Unit unit;
  private final DataWriter data = new DataWriter();
  private final IdentityHashMap<Source, Integer> sources = new IdentityHashMap<>();
  private final List<Source> sourceList = new ArrayList<>();
  private final List<Points> points = new ArrayList<>();
  private final List<Code> codes = new ArrayList<>();

  private BinaryWriter(Unit unit) {
    this.unit = unit;
  }

  /**
   * A unit as bytes; always the same for the same unit.
   *
   * @throws IllegalArgumentException if it cannot be one that was compiled: a word less than zero,
   *     a constant that is no datum, half of a surrogate pair in a text, a number of more than a
   *     million bytes
   */
  public static byte[] write(Unit unit) {
    byte[] content = new BinaryWriter(unit).content();
    if (content.length > Format.MOST_CONTENT) {
      throw new IllegalArgumentException("the unit is too large: " + content.length + " bytes");
    }
    CRC32 checksum = new CRC32();
    checksum.update(content);
    return ByteBuffer.allocate(Format.CONTENT_AT + content.length)
        .put(Format.magic())
        .putShort((short) Format.VERSION)
        .putInt(content.length)
        .putInt((int) checksum.getValue())
        .put(content)
        .array();
  }

  private byte[] content() {
    Output codePart = codes();
    Output out = new Output();
    out.octet(unit.hasValue() ? 1 : 0);
    out.number(sourceList.size());
    for (Source source : sourceList) {
      out.text(source.name());
      out.text(source.text());
    }
    out.number(unit.globals().size());
    GlobalNames.of(unit.globals()).forEach(out::text);
    data.write(out);
    out.octets(codePart.toBytes());
    return out.toBytes();
  }

  /** All codes, in the order in which they are mentioned; nested ones come after theirs. */
  private Output codes() {
    Output bodies = new Output();
    codes.add(unit.main());
    for (int i = 0; i < codes.size(); i++) {
      code(codes.get(i), bodies);
    }
    Output out = new Output();
    out.number(codes.size());
    out.octets(bodies.toBytes());
    return out;
  }

  private void code(Code code, Output out) {
    out.text(code.name());
    out.number(code.required());
    out.octet(code.hasRest() ? 1 : 0);
    out.number(code.locals());
    out.number(code.maxStack());
    out.number(code.captures());
    code.captureKinds().forEach(kind -> out.octet(kind == CaptureKind.BOX ? 1 : 0));
    out.number(code.constants().size());
    code.constants().forEach(constant -> out.number(data.number(constant)));
    out.number(code.nested().size());
    for (Code nested : code.nested()) {
      out.number(codes.size());
      codes.add(nested);
    }
    out.number(code.length());
    for (int pc = 0; pc < code.length(); pc++) {
      out.number(code.word(pc));
    }
    spans(code.spans(), out);
  }

  private void spans(SpanTable spans, Output out) {
    out.number(spans.size());
    int word = 0;
    for (int i = 0; i < spans.size(); i++) {
      Span span = spans.span(i);
      int source = source(span.source());
      int start = points.get(source).character(span.start());
      out.number(spans.start(i) - word);
      out.number(source);
      out.number(start);
      out.number(points.get(source).character(span.end()) - start);
      word = spans.start(i);
    }
  }

  private int source(Source source) {
    Integer known = sources.get(source);
    if (known == null) {
      known = sourceList.size();
      sources.put(source, known);
      sourceList.add(source);
      points.add(new Points(source.text()));
    }
    return known;
  }
}
