package dev.touchstone.vm.jvm;

import static java.lang.constant.ConstantDescs.INIT_NAME;
import static java.lang.constant.ConstantDescs.MTD_void;

import dev.touchstone.vm.machine.Template;
import dev.touchstone.vm.machine.Translation;
import dev.touchstone.vm.machine.Translator;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.attribute.CodeAttribute;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.AccessFlag;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Translates a code into a hidden class with one method. */
public final class JvmTranslator implements Translator {
  /** A method's size in bytes beyond which HotSpot leaves it to its interpreter. */
  private static final int HUGE_METHOD = 8_000;

  /**
   * A word of code becomes at least two bytes or so; spares the effort for what is far too long.
   */
  private static final int MAX_WORDS = HUGE_METHOD / 2;

  private static final String RUN = "run";

  /** The right to define classes in the machine's package. */
  private static final MethodHandles.Lookup MACHINE = machine();

  private static final ClassFile CLASS_FILE =
      ClassFile.of(
          ClassFile.ClassHierarchyResolverOption.of(
              ClassHierarchyResolver.ofClassLoading(MACHINE)));

  private final int threshold;

  /**
   * A translator.
   *
   * @param threshold how often a code is entered before it is translated
   */
  public JvmTranslator(int threshold) {
    this.threshold = threshold;
  }

  @Override
  public int threshold() {
    return threshold;
  }

  @Override
  public @Nullable Translation translate(Template template) {
    if (template.code().length() > MAX_WORDS) {
      return null;
    }
    Shape shape = Shape.of(template);
    Constants constants = new Constants();
    byte[] type =
        CLASS_FILE.build(
            Names.TRANSLATED,
            builder ->
                builder
                    .withSuperclass(Names.TRANSLATION)
                    .withFlags(AccessFlag.FINAL, AccessFlag.SUPER)
                    .withMethodBody(INIT_NAME, MTD_void, 0, JvmTranslator::constructor)
                    .withMethodBody(
                        RUN,
                        Names.RUN,
                        0,
                        method -> new Emitter(method, template, shape, constants).emit()));
    return size(type) > HUGE_METHOD ? null : define(type, constants.objects());
  }

  private static void constructor(CodeBuilder method) {
    method.aload(0).invokespecial(Names.TRANSLATION, INIT_NAME, MTD_void).return_();
  }

  private static int size(byte[] type) {
    return CLASS_FILE.parse(type).methods().stream()
        .filter(method -> method.methodName().equalsString(RUN))
        .flatMap(method -> method.code().stream())
        .mapToInt(code -> ((CodeAttribute) code).codeLength())
        .sum();
  }

  private static Translation define(byte[] type, List<Object> constants) {
    try {
      MethodHandles.Lookup translated =
          MACHINE.defineHiddenClassWithClassData(type, constants, true);
      return (Translation)
          translated
              .findConstructor(translated.lookupClass(), MethodType.methodType(void.class))
              .invoke();
    } catch (Throwable e) {
      throw new LinkageError("a translated procedure", e);
    }
  }

  private static MethodHandles.Lookup machine() {
    try {
      return MethodHandles.privateLookupIn(Translation.class, MethodHandles.lookup());
    } catch (IllegalAccessException e) {
      throw new LinkageError("the machine's package", e);
    }
  }
}
