// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.runners.flink;

import io.beamscribe.runners.direct.Shell;
import java.nio.file.Path;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/** Kills processes of a cluster while a job runs, and has each replaced at once. */
final class Killer {
  /** How often in each test; many with {@code -Dbeamscribe.kills=20}. */
  static final int KILLS = Integer.getInteger("beamscribe.kills", 2);

  static final List<String> WORKERS = List.of("taskmanager-1", "taskmanager-2");
  static final List<String> MANAGER = List.of("jobmanager");

  private static final int LONGEST_PAUSE_MILLIS = 1000;

  private final LocalCluster cluster;
  private final Shell.Started job;
  private final Work work;
  private final Random random = new Random(7);
  private final List<String> log = new ArrayList<>();
  private int amidWork;

  /**
   * @param work how much the job has done
   */
  Killer(LocalCluster cluster, Shell.Started job, Work work) {
    this.cluster = cluster;
    this.job = job;
    this.work = work;
  }

  /** Counts what a job has done so far. */
  interface Work {
    long done() throws Exception;
  }

  /** Gives a job more to do. */
  interface Feed {
    void before(int kill) throws Exception;
  }

  /** A cluster that soon notices dead processes, and is patient. */
  static LocalCluster cluster(Path folder, String... more) throws Exception {
    List<String> flags =
        new ArrayList<>(
            List.of(
                "-Dheartbeat.interval=500",
                "-Dheartbeat.timeout=8000",
                "-Dhigh-availability.zookeeper.client.session-timeout=2500",
                "-Drestart-strategy.type=fixed-delay",
                "-Drestart-strategy.fixed-delay.attempts=1000",
                "-Drestart-strategy.fixed-delay.delay=500 ms"));
    flags.addAll(List.of(more));
    return LocalCluster.start(folder, S3Server.CREDENTIALS, flags.toArray(String[]::new));
  }

  /** As {@link #kill(List, Feed)}, for a job that has all its work. */
  Killer kill(List<String> roles) throws Exception {
    return kill(roles, kill -> {});
  }

  /**
   * Kills one of the roles, several times; usually once progress was made since the last time,
   * otherwise at any moment. Stops early if the job ends.
   */
  Killer kill(List<String> roles, Feed feed) throws Exception {
    while (log.size() < KILLS && job.process().isAlive()) {
      long before = work.done();
      feed.before(log.size());
      boolean atWork = log.isEmpty() || random.nextInt(4) > 0;
      if (atWork) {
        job.await("work to be done", () -> work.done() > before);
      }
      // A moment later, whichever that is.
      if (!job.process().waitFor(random.nextInt(LONGEST_PAUSE_MILLIS), TimeUnit.MILLISECONDS)) {
        String role = roles.get(random.nextInt(roles.size()));
        cluster.kill(role);
        amidWork += atWork ? 1 : 0;
        log.add(
            String.format(
                Locale.ROOT,
                "%s killed %s, %s; %d done",
                LocalTime.now(ZoneId.systemDefault()).truncatedTo(ChronoUnit.SECONDS),
                role,
                atWork ? "at work" : "at whatever it was",
                work.done()));
        System.out.println(log.get(log.size() - 1));
        Shell.Ended healed = cluster.heal();
        if (healed.exit() != 0) {
          throw new IllegalStateException(healed.err());
        }
      }
    }
    return this;
  }

  /** Number of kills. */
  int kills() {
    return log.size();
  }

  /** Number of kills while the job was known to work. */
  int amidWork() {
    return amidWork;
  }

  /** When each process was killed. */
  String log() {
    return String.join("\n", log);
  }
}
