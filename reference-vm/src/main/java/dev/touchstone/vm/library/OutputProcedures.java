package dev.touchstone.vm.library;

import dev.touchstone.vm.library.StandardLibrary.Registry;
import dev.touchstone.vm.machine.World;
import dev.touchstone.vm.value.Printer;
import dev.touchstone.vm.value.Unspecified;
import dev.touchstone.vm.value.Value;

/** Output to the console (R7RS 6.13.3). */
final class OutputProcedures {
  private OutputProcedures() {}

  static void register(Registry r) {
    r.addOnWorld("display", 1, 1, (world, a) -> write(world, Printer.display(a[0])));
    r.addOnWorld("write", 1, 1, (world, a) -> write(world, Printer.write(a[0])));
    r.addOnWorld("write-shared", 1, 1, (world, a) -> write(world, Printer.writeShared(a[0])));
    r.addOnWorld("write-simple", 1, 1, (world, a) -> write(world, Printer.writeSimple(a[0])));
    r.addOnWorld("newline", 0, 0, (world, a) -> write(world, "\n"));
  }

  private static Value write(World world, String text) {
    world.output().write(text);
    return Unspecified.INSTANCE;
  }
}
