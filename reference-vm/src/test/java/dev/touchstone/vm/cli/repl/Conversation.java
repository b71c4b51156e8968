package dev.touchstone.vm.cli.repl;

import dev.touchstone.vm.api.Host;
import dev.touchstone.vm.api.JvmHost;
import dev.touchstone.vm.api.Limits;
import dev.touchstone.vm.api.ReferenceVm;
import dev.touchstone.vm.api.ReplSession;
import dev.touchstone.vm.machine.Grants;
import java.nio.file.Path;
import java.util.Map;

/** A listener without a terminal, and what it has shown. */
final class Conversation {
  static final Limits LIMITS = Limits.GENEROUS.withStack(1_000_000, 1_000_000);

  private final StringBuilder out = new StringBuilder();
  final ReplSession world;
  final Listener listener;

  Conversation() {
    this(LIMITS);
  }

  Conversation(Limits limits) {
    Screen screen = Screen.ofStreams(out::append, text -> out.append("! ").append(text));
    Host host = new JvmHost(screen::program);
    this.world = ReferenceVm.create().session(limits, host);
    this.listener =
        new Listener(
            world, screen, new Interrupts(), Repl.surroundings(wishes(limits), host, false));
  }

  static Repl.Wishes wishes(Limits limits) {
    return new Repl.Wishes(
        limits,
        false,
        false,
        "",
        Map.of("HOME", Path.of("").toAbsolutePath().toString()),
        (out, change) -> new JvmHost(out, () -> {}, change.apply(Grants.none())));
  }

  /** What is shown when that is typed. */
  String say(String text) {
    out.setLength(0);
    listener.take(text);
    return out.toString();
  }
}
