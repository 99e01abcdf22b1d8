// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.runners.flink;

import java.io.IOException;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Ports for programs that have to be told theirs. They lie below those that the system gives out
 * itself, so what is free when drawn is still free when the program takes it. JVMs of tests that
 * run at once draw from ranges of their own.
 */
final class Ports {
  private static final int FIRST = 7_000 + 5_000 * Integer.getInteger("beamscribe.fork", 1);
  private static final int RANGE = 4_000;

  private static final Set<Integer> DRAWN = new HashSet<>();

  private Ports() {}

  /** A free port of which those at the given distances are free as well. */
  static synchronized int free(int... beside) throws IOException {
    for (int tries = 0; tries < 100; tries++) {
      int port = FIRST + ThreadLocalRandom.current().nextInt(RANGE);
      List<Integer> all = new ArrayList<>(List.of(port));
      for (int distance : beside) {
        all.add(port + distance);
      }
      if (all.stream().noneMatch(DRAWN::contains) && all.stream().allMatch(Ports::isFree)) {
        DRAWN.addAll(all);
        return port;
      }
    }
    throw new IOException("no free ports");
  }

  private static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket(port)) {
      return socket.isBound();
    } catch (IOException e) {
      return false;
    }
  }
}
