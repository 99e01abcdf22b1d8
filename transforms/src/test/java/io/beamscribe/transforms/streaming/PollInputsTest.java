// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.streaming;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.beamscribe.transforms.settings.FileSelection;
import io.beamscribe.transforms.settings.OutputLayout;
import io.beamscribe.transforms.values.ArrivedFile;
import io.beamscribe.transforms.values.AudioFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.apache.beam.runners.direct.DirectOptions;
import org.apache.beam.runners.direct.DirectRunner;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.PipelineResult;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PCollection;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole transform in a pipeline that runs while files come and go. */
class PollInputsTest {
  private static final List<AudioFile> FOUND = new CopyOnWriteArrayList<>();
  private static final List<AudioFile> UNREADABLE = new CopyOnWriteArrayList<>();

  @TempDir Path folder;
  private Path inbox;
  private PipelineResult running;

  @BeforeEach
  void makeFolder() throws IOException {
    FOUND.clear();
    UNREADABLE.clear();
    inbox = Files.createDirectory(folder.resolve("inbox"));
  }

  @AfterEach
  void cancel() throws IOException {
    running.cancel();
  }

  @Test
  void eachFileComesOutOnceHoweverOftenItIsListed() throws Exception {
    write("a.wav", "audio");
    poll(inbox);
    awaitFound("a.wav");
    write("b.wav", "audio");
    write("._b.wav", "of another system");
    write("out/transcripts/c.wav", "a result");
    awaitFound("a.wav", "b.wav");
    write("d.wav", "audio");
    awaitFound("a.wav", "b.wav", "d.wav");
  }

  @Test
  void aFileComesOutAgainInItsNewVersion() throws Exception {
    write("a.wav", "audio");
    poll(inbox);
    awaitFound("a.wav");
    write("a.wav", "longer audio");
    awaitFound("a.wav", "a.wav");
    assertThat(FOUND).extracting(AudioFile::size).containsExactly(5L, 12L);
  }

  @Test
  void anotherFileOfTheSameSizeAndTimeIsANewVersion() throws Exception {
    write("a.wav", "audio");
    poll(inbox);
    awaitFound("a.wav");
    Path other = Files.writeString(folder.resolve("b.wav"), "other");
    Files.setLastModifiedTime(other, Files.getLastModifiedTime(inbox.resolve("a.wav")));
    Files.move(other, inbox.resolve("a.wav"), StandardCopyOption.ATOMIC_MOVE);
    awaitFound("a.wav", "a.wav");
  }

  @Test
  void aFileThatComesBackIsNew() throws Exception {
    write("a.wav", "audio");
    poll(inbox);
    awaitFound("a.wav");
    Files.move(inbox.resolve("a.wav"), folder.resolve("away.wav"));
    write("b.wav", "audio");
    awaitFound("a.wav", "b.wav"); // after a listing without the first
    Files.move(folder.resolve("away.wav"), inbox.resolve("a.wav"));
    awaitFound("a.wav", "b.wav", "a.wav");
  }

  @Test
  void anInputMayComeToExistLater() throws Exception {
    write("a.wav", "audio");
    Path later = folder.resolve("later");
    poll(inbox, later);
    awaitFound("a.wav");
    Files.createDirectory(later);
    Files.writeString(later.resolve("b.wav"), "audio");
    awaitFound("a.wav", "b.wav");
  }

  @Test
  void anEntryThatCannotBeReadComesOutOnceAndAsAFileOnceItCan() throws Exception {
    Path target = folder.resolve("target.wav");
    Files.createSymbolicLink(inbox.resolve("link.wav"), target);
    write("a.wav", "audio");
    poll(inbox);
    awaitFound("a.wav");
    write("b.wav", "audio");
    awaitFound("a.wav", "b.wav"); // after further listings
    assertThat(UNREADABLE).extracting(AudioFile::path).containsExactly("link.wav");
    Files.writeString(target, "audio");
    awaitFound("a.wav", "b.wav", "link.wav");
    assertThat(FOUND.get(2).path()).isEqualTo("link.wav");
  }

  private void poll(Path... inputs) {
    DirectOptions options = PipelineOptionsFactory.as(DirectOptions.class);
    options.setRunner(DirectRunner.class);
    options.setBlockOnRun(false);
    options.setTargetParallelism(2);
    Pipeline pipeline = Pipeline.create(options);
    PCollection<ArrivedFile> files =
        pipeline.apply(
            new PollInputs(
                Stream.of(inputs).map(Path::toString).toList(),
                new OutputLayout(inbox.resolve("out").toString()),
                FileSelection.ALL,
                Duration.ofMillis(20)));
    assertThat(files.isBounded()).isEqualTo(PCollection.IsBounded.UNBOUNDED);
    files.apply(ParDo.of(new KeepFn()));
    running = pipeline.run();
  }

  /** Replaces a file atomically for listings. */
  private void write(String name, String content) throws IOException {
    Path file = inbox.resolve(name);
    Files.createDirectories(file.getParent());
    Path whole = Files.writeString(folder.resolve("whole"), content);
    Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE);
  }

  /** Waits for the last of them; the others must have come before, and nothing else. */
  private static void awaitFound(String... names) {
    await().atMost(Duration.ofMinutes(2)).until(() -> FOUND.size() >= names.length);
    assertThat(FOUND)
        .extracting(file -> Path.of(file.address()).getFileName().toString())
        .containsExactly(names);
  }

  private static final class KeepFn extends DoFn<ArrivedFile, Void> {
    private static final long serialVersionUID = 1L;

    @ProcessElement
    public void keep(@Element ArrivedFile file) {
      (file.namesFile() ? FOUND : UNREADABLE).add(file.file());
    }
  }
}
