package dev.touchstone.vm.jvm;

import static java.lang.constant.ConstantDescs.INIT_NAME;
import static java.lang.constant.ConstantDescs.MTD_void;

import dev.touchstone.vm.machine.Template;
import dev.touchstone.vm.machine.Translation;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.attribute.CodeAttribute;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.AccessFlag;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The class of a translated code: one method, and the objects that it refers to. */
final class HiddenClass {
  /** A method's size in bytes beyond which HotSpot leaves it to its interpreter. */
  private static final int HUGE_METHOD = 8_000;

  /** Spares the effort for what is far too long: a word of code becomes some four bytes or more. */
  private static final int MAX_WORDS = HUGE_METHOD / 4;

  /** Each slot has a variable, of which a method has 65,535 at most. */
  private static final int MAX_SLOTS = 10_000;

  private static final String RUN = "run";

  /** The right to define classes in the machine's package. */
  private static final MethodHandles.Lookup MACHINE = machine();

  private static final ClassFile CLASS_FILE =
      ClassFile.of(
          ClassFile.ClassHierarchyResolverOption.of(
              ClassHierarchyResolver.ofClassLoading(MACHINE)));

  private HiddenClass() {}

  /**
   * The code as a method, or null if it would be too long, or too wide, for the platform's
   * compiler.
   */
  static @Nullable Translation of(Template template) {
    if (template.code().length() > MAX_WORDS || template.code().maxStack() > MAX_SLOTS) {
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
                    .withMethodBody(INIT_NAME, MTD_void, 0, HiddenClass::constructor)
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
