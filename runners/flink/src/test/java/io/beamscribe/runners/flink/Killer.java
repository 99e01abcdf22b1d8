package io.beamscribe.runners.flink;

import java.io.IOException;
import java.util.List;
import java.util.Random;

/** Kills processes of a cluster while a job works, and has each replaced at once. */
final class Killer {
  private static final int PATIENCE_SECONDS = 120;

  private final LocalCluster cluster;
  private final Shell.Started job;
  private final Work work;
  private final Random random = new Random(7);

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
    long done() throws IOException;
  }

  /**
   * Kills one of the roles, a number of times; most often once something has been done since the
   * last time, and else whatever the cluster is at.
   *
   * @return how often, which is less where the job ends before
   */
  int kill(int times, List<String> roles) throws IOException, InterruptedException {
    int kills = 0;
    while (kills < times && job.process().isAlive()) {
      if (kills == 0 || random.nextInt(4) > 0) {
        awaitWork();
      }
      Thread.sleep(random.nextInt(2000));
      if (job.process().isAlive()) {
        cluster.process(roles.get(random.nextInt(roles.size()))).destroyForcibly();
        kills++;
        Shell.Ended healed = cluster.heal();
        if (healed.exit() != 0) {
          throw new IllegalStateException(healed.err());
        }
      }
    }
    return kills;
  }

  private void awaitWork() throws IOException, InterruptedException {
    long before = work.done();
    for (int i = 0; i < 10 * PATIENCE_SECONDS && job.process().isAlive(); i++) {
      if (work.done() > before) {
        return;
      }
      Thread.sleep(100);
    }
  }
}
