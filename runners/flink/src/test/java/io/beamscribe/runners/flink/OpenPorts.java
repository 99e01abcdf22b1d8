// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.runners.flink;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The ports of processes, from what Linux has of them in {@code /proc}. */
final class OpenPorts {
  private static final String LISTENS = "0A";

  /** 127.0.0.1, and the same as an address of IPv6, and ::1, as Linux writes them. */
  private static final Set<String> HERE =
      Set.of("0100007F", "0000000000000000FFFF00000100007F", "00000000000000000000000001000000");

  private OpenPorts() {}

  /** The ports on which a process listens, as ADDRESS:PORT in hexadecimal digits. */
  static Set<String> of(ProcessHandle process) throws IOException {
    Path home = Path.of("/proc", String.valueOf(process.pid()));
    Set<String> sockets = sockets(home.resolve("fd"));
    Set<String> ports = new TreeSet<>();
    for (String table : List.of("tcp", "tcp6")) {
      for (String line : Files.readAllLines(home.resolve("net").resolve(table))) {
        String[] fields = line.strip().split(" +");
        if (fields[3].equals(LISTENS) && sockets.contains("socket:[" + fields[9] + "]")) {
          ports.add(fields[1]);
        }
      }
    }
    return ports;
  }

  /** Whether only this machine can reach a port. */
  static boolean isHere(String port) {
    return HERE.contains(port.replaceFirst(":.*", ""));
  }

  private static Set<String> sockets(Path descriptors) throws IOException {
    Set<String> sockets = new HashSet<>();
    try (Stream<Path> links = Files.list(descriptors)) {
      for (Path link : links.toList()) {
        try {
          sockets.add(Files.readSymbolicLink(link).toString());
        } catch (IOException e) {
          // closed in the meantime
        }
      }
    }
    return sockets;
  }
}
