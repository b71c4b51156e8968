package dev.touchstone.vm.compiler;

import dev.touchstone.vm.bytecode.Opcode;
import dev.touchstone.vm.core.Core;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which calls of standard procedures have an instruction of their own. */
final class Integration {
  private static final Map<String, Opcode> BY_PROCEDURE = new HashMap<>();

  static {
    for (Opcode opcode : Opcode.values()) {
      if (opcode.procedure() != null) {
        BY_PROCEDURE.put(opcode.procedure(), opcode);
      }
    }
  }

  private Integration() {}

  /** The instruction that does the work of a call, or null if the call must be made. */
  static @Nullable Opcode of(Core.Call call) {
    if (!(call.operator() instanceof Core.GlobalRef global)) {
      return null;
    }
    if (global.name().original() != null) {
      return null; // A variable of the program's own, which only happens to have the name.
    }
    Opcode opcode = BY_PROCEDURE.get(global.name().name());
    return opcode != null && opcode.pops(0) == call.operands().size() ? opcode : null;
  }
}
