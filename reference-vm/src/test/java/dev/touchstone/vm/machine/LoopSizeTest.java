package dev.touchstone.vm.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.attribute.CodeAttribute;
import org.junit.jupiter.api.Test;

/** HotSpot does not compile a method of more than 8,000 bytes of bytecode. */
class LoopSizeTest {
  private static final int HUGE_METHOD = 8_000;

  @Test
  void isSmallEnoughForTheCompiler() {
    int bytes = size("run");
    assertThat(bytes).isPositive().isLessThan(HUGE_METHOD / 2);
  }

  private static int size(String method) {
    for (MethodModel model : machine().methods()) {
      if (model.methodName().stringValue().equals(method)) {
        return model.code().map(code -> ((CodeAttribute) code).codeLength()).orElseThrow();
      }
    }
    throw new AssertionError("no method " + method);
  }

  private static ClassModel machine() {
    try (InputStream in = Loop.class.getResourceAsStream("Loop.class")) {
      assertThat(in).isNotNull();
      return ClassFile.of().parse(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
