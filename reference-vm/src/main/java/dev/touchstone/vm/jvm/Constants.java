package dev.touchstone.vm.jvm;

import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.DynamicConstantDesc;
import java.lang.constant.MethodHandleDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;

/** The objects that a method refers to as constants of its class. */
final class Constants {
  private static final DirectMethodHandleDesc CLASS_DATA =
      MethodHandleDesc.ofMethod(
          DirectMethodHandleDesc.Kind.STATIC,
          ConstantDescs.CD_MethodHandles,
          "classDataAt",
          MethodTypeDesc.of(
              ConstantDescs.CD_Object,
              ConstantDescs.CD_MethodHandles_Lookup,
              ConstantDescs.CD_String,
              ConstantDescs.CD_Class,
              ConstantDescs.CD_int));

  private final List<Object> objects = new ArrayList<>();
  private final IdentityHashMap<Object, Integer> numbers = new IdentityHashMap<>();

  /** What stands for an object in the constant pool; the object must be of that class. */
  DynamicConstantDesc<Object> of(Object object, ClassDesc type) {
    int number =
        numbers.computeIfAbsent(
            object,
            added -> {
              objects.add(added);
              return objects.size() - 1;
            });
    return DynamicConstantDesc.ofNamed(CLASS_DATA, ConstantDescs.DEFAULT_NAME, type, number);
  }

  /** The data of the class: all objects, by number. */
  List<Object> objects() {
    return List.copyOf(objects);
  }
}
