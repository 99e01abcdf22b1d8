// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.runners.flink;

import static io.beamscribe.runners.flink.Killer.KILLS;
import static io.beamscribe.runners.flink.Killer.MANAGER;
import static io.beamscribe.runners.flink.Killer.WORKERS;
import static org.assertj.core.api.Assertions.assertThat;

import io.beamscribe.runners.direct.Output;
import io.beamscribe.runners.direct.Shell;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * A streaming job whose processes are killed -9 at random, beside a faulty store: each version of
 * an object has one result, that of a batch. The store keeps everything ever written. Takes
 * minutes, and runs only with {@code -Dbeamscribe.kills=20} or the like; {@link WatchIT} kills a
 * worker in every build.
 */
@EnabledIfSystemProperty(named = "beamscribe.kills", matches = "\\d+")
class KilledWatchIT {
  private static final int AT_A_TIME = 3;

  @TempDir static Path folder;
  private static Clips clips;

  @BeforeAll
  static void batch() throws Exception {
    clips = Clips.in(folder);
  }

  @Test
  void workers() throws Exception {
    loseAndDoubleNothing("workers", WORKERS);
  }

  @Test
  void managerThatKeepsItsJobs() throws Exception {
    loseAndDoubleNothing("manager", MANAGER, "--ha");
  }

  private static void loseAndDoubleNothing(String name, List<String> roles, String... flags)
      throws Exception {
    try (S3Server store = S3Server.start(folder.resolve(name + ".log"));
        FaultyProxy proxy = FaultyProxy.before(store.endpoint());
        LocalCluster cluster = Killer.cluster(folder.resolve(name), flags)) {
      store.bucket("calls");
      store.bucket("text");
      store.keepVersions("text");
      proxy.setFaults(10, 5, 5);
      Shell.Started job = start(cluster, proxy);
      Arrivals arrivals = new Arrivals(store);
      arrivals.put(Clips.LONG, Clips.LONG);
      Killer killer =
          new Killer(cluster, job, () -> done(store).size()).kill(roles, arrivals::before);
      assertThat(killer.kills())
          .as(job.process().isAlive() ? "" : job.end().err())
          .isEqualTo(KILLS);
      assertThat(killer.amidWork()).as(killer.log()).isGreaterThanOrEqualTo(KILLS / 2);
      awaitNewest(store, arrivals, job);
      job.process().destroy();
      assertThat(job.end().err()).contains("run the same command again to resume");

      for (Map.Entry<String, List<String>> object : arrivals.recordings.entrySet()) {
        for (String ending : List.of("json", "txt")) {
          assertThat(written(store, object.getKey(), ending))
              .as(object.getKey() + "\n" + killer.log())
              .isEqualTo(
                  changes(
                      object.getValue().stream()
                          .map(each -> clips.results(each).get(ending))
                          .toList()));
        }
      }
      assertThat(done(store)).hasSize(arrivals.recordings.size());
      assertThat(store.keys("text", "out/"))
          .noneMatch(key -> key.contains("/_failed/") || key.matches(".*/_parts/.*[^/]"));
      assertThat(proxy.refused()).isPositive();
      assertThat(proxy.cut()).isPositive();
    }
  }

  /** Arrivals in the store: before each kill some objects, and one finished object is replaced. */
  private static final class Arrivals {
    private final S3Server store;

    /** The recordings that an object has been, the newest last. */
    private final Map<String, List<String>> recordings = new TreeMap<>();

    private int next;

    Arrivals(S3Server store) {
      this.store = store;
    }

    void before(int kill) {
      replaceOne();
      for (int i = 0; i < AT_A_TIME; i++) {
        put(String.format(Locale.ROOT, "kill-%02d-%d", kill, i), Clips.named(next++));
      }
    }

    /**
     * Replaces an object whose first version has its result, so that its result must be replaced as
     * well.
     */
    private void replaceOne() {
      for (String key : done(store)) {
        String object = key.replaceFirst("out/_done/(.*)\\.wav\\.json", "$1");
        if (recordings.get(object).size() == 1 && !object.equals(Clips.LONG)) {
          put(object, Clips.named(Integer.parseInt(recordings.get(object).get(0)) + 1));
          return;
        }
      }
    }

    void put(String object, String recording) {
      store.put("calls", "in/" + object + ".wav", clips.file(recording));
      recordings.computeIfAbsent(object, name -> new ArrayList<>()).add(recording);
    }
  }

  /** Everything ever stored as the result of an object. */
  private static List<String> written(S3Server store, String object, String ending) {
    return changes(
        store.versions("text", "out/transcripts/" + object + ".wav." + ending).stream()
            .map(Output::plain)
            .toList());
  }

  /** Without consecutive duplicates. */
  private static List<String> changes(List<String> texts) {
    List<String> changes = new ArrayList<>();
    for (String text : texts) {
      if (!text.equals(last(changes))) {
        changes.add(text);
      }
    }
    return changes;
  }

  private static void awaitNewest(S3Server store, Arrivals arrivals, Shell.Started job) {
    for (Map.Entry<String, List<String>> object : arrivals.recordings.entrySet()) {
      List<String> recordings = object.getValue();
      String newest = clips.results(recordings.get(recordings.size() - 1)).get("json");
      job.await(
          "the newest of " + object,
          () ->
              done(store).contains("out/_done/" + object.getKey() + ".wav.json")
                  && newest.equals(last(written(store, object.getKey(), "json"))));
    }
  }

  private static String last(List<String> texts) {
    return texts.isEmpty() ? "" : texts.get(texts.size() - 1);
  }

  private static List<String> done(S3Server store) {
    return store.keys("text", "out/_done/");
  }

  private static Shell.Started start(LocalCluster cluster, FaultyProxy proxy) throws Exception {
    return Shell.start(
        Shell.beamscribe(
            "watch",
            "--input=s3a://calls/in/",
            "--output=s3a://text/out",
            "--locale=ko-KR",
            "--pollInterval=1s",
            "--objectStore=minio",
            "--endpoint=" + proxy.endpoint(),
            "--runner=FlinkRunner",
            "--flinkMaster=" + cluster.master(),
            "--checkpointingInterval=1000"),
        S3Server.CREDENTIALS);
  }
}
