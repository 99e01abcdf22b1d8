// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.beamscribe.speech.activity.BlockOptions;
import io.beamscribe.speech.recognition.SpokenLanguage;
import io.beamscribe.transforms.output.FileProspect.Reason;
import io.beamscribe.transforms.settings.OutputLayout;
import io.beamscribe.transforms.settings.TranscriptionSettings;
import io.beamscribe.transforms.testing.Jobs;
import io.beamscribe.transforms.testing.Tones;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunPlanTest {
  @TempDir Path folder;

  @Test
  void saysWhatIsNewWhatIsDoneAndWhatHasChangedAndWritesNothing() throws Exception {
    Path inbox = Files.createDirectory(folder.resolve("inbox"));
    Path output = folder.resolve("out");
    Tones.write(inbox.resolve("a.wav"), 2);
    Tones.write(inbox.resolve("b.wav"), 3);
    Files.writeString(inbox.resolve("notes"), "no audio");

    RunPlan before = plan(output, inbox);
    assertThat(before.work()).extracting(PlannedFile::path).containsExactly("a.wav", "b.wav");
    assertThat(before.work()).extracting(PlannedFile::reason).containsOnly(Reason.NEW);
    assertThat(before.audioSeconds()).isEqualTo(5, within(0.01));
    assertThat(before.ignored()).isEqualTo(1);
    assertThat(output).doesNotExist();

    Jobs.run(settings(output), inbox);
    Tones.write(inbox.resolve("b.wav"), 4);
    Tones.write(inbox.resolve("c.wav"), 1);
    RunPlan after = plan(output, inbox);

    assertThat(after.finished()).isEqualTo(1);
    assertThat(after.work())
        .extracting(PlannedFile::reason)
        .containsExactly(Reason.CHANGED, Reason.NEW);
    assertThat(after.audioSeconds()).isEqualTo(5, within(0.01));
  }

  @Test
  void threadsShareFilesAndBlocksOfLongOnes() {
    Schedule schedule = new Schedule(BlockOptions.ALIKE);
    schedule.add(60, 10);
    schedule.add(3000, 30);

    assertThat(schedule.seconds(1)).isEqualTo(40, within(1e-6));
    assertThat(schedule.seconds(2)).isBetween(20.0, 22.0);
    assertThat(new Schedule(BlockOptions.ALIKE).seconds(2)).isZero();
  }

  @Test
  void twoThreadsShareAFileAsItsBlocksAreCut() {
    Schedule schedule = new Schedule(BlockOptions.ALIKE);
    schedule.add(125, 30);

    assertThat(schedule.seconds(2)).isEqualTo(15, within(1e-6));
  }

  @Test
  void filesTakeTimeForEachAndForTheirLength() {
    FileTimes times = new FileTimes();
    times.add(2, 1 + 2 * 0.25);
    times.add(10, 1 + 10 * 0.25);
    times.add(60, 1 + 60 * 0.25);
    RunSpeed few =
        new RunSpeed(
            "engine",
            "m",
            "m",
            "DirectRunner",
            2,
            2,
            times.files(),
            times.audioSeconds(),
            times.processingSeconds(),
            times.secondsEach(),
            0);

    assertThat(few.seconds(4)).isEqualTo(2, within(1e-6));
    assertThat(few.seconds(600)).isEqualTo(151, within(1e-6));
  }

  @Test
  void filesAsLongAsEachOtherTellNothingButTheirMean() {
    FileTimes times = new FileTimes();
    times.add(2.4, 5);
    times.add(2.5, 1);
    times.add(2.6, 1);

    assertThat(times.secondsEach()).isZero();
  }

  @Test
  void moreThreadsThanCoresTakeLongerEach() {
    RunSpeed two = run("m", 2, 0);
    RunSpeed six = run("m", 6, 0);

    assertThat(two.slowdown(six)).isEqualTo(3);
    assertThat(six.slowdown(two)).isEqualTo(1 / 3.0);
    assertThat(two.slowdown(run("m", 1, 0))).isEqualTo(1);
  }

  @Test
  void theLatestRunThatIsMostAlikeTells() {
    RunSpeeds speeds = new RunSpeeds(new OutputLayout(folder.toString()));
    assertThat(speeds.like(run("m", 2, 0))).isEmpty();
    speeds.add(run("m", 2, 1));
    speeds.add(run("m", 2, 2));
    speeds.add(run("m", 4, 3));
    speeds.add(run("other", 2, 4));

    assertThat(speeds.like(run("m", 2, 0))).contains(run("m", 2, 2));
    assertThat(speeds.like(run("m", 8, 0))).contains(run("m", 4, 3));
    assertThat(speeds.like(run("third", 2, 0))).contains(run("other", 2, 4));
  }

  private static RunSpeed run(String model, int threads, double overhead) {
    return new RunSpeed("engine", model, model, "DirectRunner", threads, 2, 4, 10, 5, 0, overhead);
  }

  private static RunPlan plan(Path output, Path inbox) {
    return RunPlan.of(List.of(inbox.toString()), settings(output));
  }

  private static TranscriptionSettings settings(Path output) {
    return Jobs.identifying(output, SpokenLanguage.single(List.of("ko-KR", "en-US")), List.of());
  }
}
