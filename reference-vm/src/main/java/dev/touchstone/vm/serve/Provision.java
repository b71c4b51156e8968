package dev.touchstone.vm.serve;

import dev.touchstone.vm.api.PrivateDirectory;
import dev.touchstone.vm.machine.FileSystem;
import dev.touchstone.vm.machine.Grants;
import dev.touchstone.vm.value.ByteSource;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a request gives its program to read (PROTO-8).
 *
 * @param input standard input
 * @param args the command line, without the program's name
 * @param files texts by relative path
 */
record Provision(String input, List<String> args, Map<String, String> files) {
  /** What a request says of it. */
  static Provision of(Fields request) throws BadRequest {
    Fields named = request.part("files");
    Map<String, String> files = new LinkedHashMap<>();
    for (String path : named.items().keySet()) {
      if (!PrivateDirectory.leadsInside(path)) {
        throw new BadRequest("The path " + path + " of a file leads outside.");
      }
      files.put(path, named.required(path));
    }
    return new Provision(request.text("input").orElse(""), request.texts("args"), files);
  }

  /** What the program may touch: its own files, if there are any, and nothing else. */
  Grants grants(FileSystem directory) {
    List<String> commandLine = new ArrayList<>(List.of("program"));
    commandLine.addAll(args);
    return Grants.none()
        .withInput(ByteSource.of(input.getBytes(StandardCharsets.UTF_8)))
        .withCommandLine(commandLine)
        .withFiles(directory);
  }
}
