package dev.touchstone.vm.bytecode.binary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.management.ThreadMXBean;
import dev.touchstone.vm.bytecode.Unit;
import dev.touchstone.vm.bytecode.verifier.Verifier;
import dev.touchstone.vm.compiler.Compiler;
import dev.touchstone.vm.expand.Expander;
import dev.touchstone.vm.reader.DatumReader;
import dev.touchstone.vm.source.Source;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BrokenBinaryTest {
  private static final String PROGRAM =
      """
      (define (f x . y)
        (let ((z 'a)) (lambda () (set! z (+ x 1/1)) (list z y "s" #\\c '(1 2 #(3)) '#0=(4 . #0#)))))
      (define (e? n) (or (= n 123456789012345678901234567890) (o? (- n 1))))
      (define (o? n) (e? n))
      (f 1 2)
      """;

  private static byte[] file() {
    Source source = Source.of("p.scm", PROGRAM);
    return BinaryWriter.write(
        Compiler.compile(
            Expander.expand(source, DatumReader.readAll(source), Expander.DEFAULT_NESTING_LIMIT)));
  }

  private static BrokenBinary refused(byte[] bytes) {
    BrokenBinary broken = catchThrowableOfType(BrokenBinary.class, () -> BinaryReader.read(bytes));
    assertThat(broken).isNotNull();
    assertThat(broken.offset()).isBetween(0, bytes.length);
    assertThat(broken.getMessage()).isNotBlank();
    return broken;
  }

  @Test
  void aFileThatEndsEarlyIsRefusedWhereverItEnds() {
    byte[] file = file();
    for (int length = 0; length < file.length; length++) {
      refused(Arrays.copyOf(file, length));
    }
    refused(Arrays.copyOf(file, file.length + 1));
  }

  @Test
  void aContentThatEndsEarlyIsRefusedWhereverItEnds() {
    byte[] content = Sealed.content(file());
    for (int length = 0; length < content.length; length++) {
      BrokenBinary broken = refused(Sealed.file(Arrays.copyOf(content, length)));
      assertThat(broken.offset()).isGreaterThanOrEqualTo(Format.CONTENT_AT);
    }
    BrokenBinary longer = refused(Sealed.file(Arrays.copyOf(content, content.length + 1)));
    assertThat(longer).hasMessageContaining("goes on");
    assertThat(longer.offset()).isEqualTo(Format.CONTENT_AT + content.length);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0, this is no binary form",
    "7, 7, this is no binary form",
    "8, 8, version",
    "9, 8, version",
    "10, 10, the content should have",
    "13, 10, the content should have",
    "14, 14, the checksum",
    "17, 14, the checksum",
    "18, 14, the checksum",
    "100, 14, the checksum"
  })
  void aByteThatHasChangedIsFound(int at, int offset, String message) {
    byte[] file = file();
    file[at] ^= 0x40;
    BrokenBinary broken = refused(file);
    assertThat(broken.offset()).isEqualTo(offset);
    assertThat(broken).hasMessageStartingWith(message);
    assertThat(broken.diagnostic("a.tbc").render())
        .startsWith("a.tbc:1:1: read error (syntax): byte " + offset + ": " + message);
  }

  /** The content up to the data: no value, no source, no global. */
  @ParameterizedTest
  @CsvSource({
    "02, 18, what tells whether there is a value is 0 or 1",
    "00 ffffffff07, 19, 2147483647 sources do not fit",
    "00 ffffffffffff, 19, the number of sources is longer than five bytes",
    "00 ffffffff0f, 19, the number of sources is 4294967295",
    "00 8000, 19, the number of sources is written in more bytes",
    "00 01 05 61, 21, the name of a source has 5 bytes",
    "00 01 01 ff 00 0000, 21, the name of a source is not UTF-8",
    "00 00 00 ffffffff07, 21, 2147483647 data do not fit",
    "00 00 00 01 0e, 22, no datum has the tag 14",
    "00 00 00 01 0d 03, 23, a part of a complex number is a real number",
    "00 00 00 01 0d 04 01 01 04 01 00, 22, the parts of a complex number are of one exactness",
    "00 00 00 01 04 00, 23, an integer has 1 to 1048576 bytes",
    "00 00 00 01 04 808041, 23, an integer has 1 to 1048576 bytes",
    "00 00 00 01 04 02 0001, 24, an integer is written in more bytes",
    "00 00 00 01 04 02 ffff, 24, an integer is written in more bytes",
    "00 00 00 01 05 01 02 01 04, 22, a ratio is in lowest terms",
    "00 00 00 01 05 01 02 01 01, 22, a ratio is in lowest terms",
    "00 00 00 01 05 8120, 23, an integer has 1 to 4096 bytes",
    "00 00 00 01 06 00000000, 23, a flonum has 8 bytes",
    "00 00 00 01 07 80b003, 22, no character has the number 55296",
    "00 00 00 01 07 808044, 22, no character has the number 1114112",
    "00 00 00 01 08 01 80, 24, a string is not UTF-8",
    "00 00 00 01 0a 00 01, 24, 'the number of a part is 1, and there are 1'",
    "00 00 00 01 0b 7f, 23, 127 elements do not fit",
    "00 00 00 01 0c 7f, 24, a bytevector has 127 bytes",
    "00 00 00 00 00, 22, there is no code",
    "00 00 00 00 01 00, 22, 1 codes do not fit",
    "00 00 00 00 01 00 00 02 00 00 00 00 00 00 00, 25, what tells whether there is a rest",
    "00 00 00 00 01 00 00 00 00 00 01 02 00 00 00 00, 29, the kind of a capture is 0 or 1",
    "00 00 00 00 01 00 00 00 00 00 00 01 00 00 00 00, 30, the number of a constant is 0",
    "00 00 00 00 01 00 00 00 00 00 00 00 01 00 00 00, 31, nested in code 0 can be a later one",
    "00 00 00 00 01 00 00 00 00 00 00 00 01 01 00 00, 31, nested in code 0 can be a later one",
    "00 00 00 00 02 00 00 00 00 00 00 00 02 01 01 00 00 00000000000000000000, 32, code 1 is nested"
        + " twice",
    "00 00 00 00 02 00000000000000000000 00000000000000000000, 33, code 1 is nested in no other",
    "00 00 00 00 01 00 00 00 00 00 00 00 00 00 01 01 00 00 00, 33, spans begin at word 0",
    "00 00 00 00 01 00 00 00 00 00 00 00 00 00 01 00 00 00 00, 34, the source of a span is 0",
    "00 01 00 00 00 00 01 00 00 00 00 00 00 00 00 00 01 00 00 01 00, 37, the span ends after",
    "00 01 00 00 00 00 01 00 00 00 00 00 00 00 00 00 02 00 00 00 00 00 00 00 00, 39, spans begin"
  })
  void whatCannotBeIsRefusedAtItsByte(String hex, int offset, String message) {
    byte[] content = java.util.HexFormat.of().parseHex(hex.replace(" ", ""));
    BrokenBinary broken = refused(Sealed.file(content));
    assertThat(broken).hasMessageStartingWith(message);
    assertThat(broken.offset()).isEqualTo(offset);
  }

  @Test
  void nothingButARefusalComesOfChangedBytes() {
    byte[] content = Sealed.content(file());
    Random random = new Random(1);
    int read = 0;
    for (int i = 0; i < 50_000; i++) {
      byte[] changed = content.clone();
      for (int n = random.nextInt(3); n >= 0; n--) {
        changed[random.nextInt(changed.length)] = (byte) random.nextInt();
      }
      try {
        Unit unit = BinaryReader.read(Sealed.file(changed));
        assertThat(Verifier.verify(unit, name -> true)).isNotNull();
        read++;
      } catch (BrokenBinary refused) {
        assertThat(refused.offset()).isBetween(Format.CONTENT_AT, changed.length + 18);
      }
    }
    assertThat(read).isBetween(1_000, 49_000);
  }

  /** Counts that the bytes claim are no reason to make room for so many. */
  @Test
  void readingTakesMemoryInProportionToTheFile() {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    byte[] content = Sealed.content(file());
    for (int at = 0; at < content.length; at++) {
      byte[] changed = content.clone();
      changed[at] = (byte) 0xFF;
      byte[] file = Sealed.file(changed);
      tryToRead(file);
      long before = threads.getCurrentThreadAllocatedBytes();
      tryToRead(file);
      long taken = threads.getCurrentThreadAllocatedBytes() - before;
      assertThat(taken).as("byte %d", at).isLessThan(64L * file.length);
    }
  }

  private static void tryToRead(byte[] file) {
    try {
      BinaryReader.read(file);
    } catch (BrokenBinary refused) {
      // As it should be.
    }
  }
}
