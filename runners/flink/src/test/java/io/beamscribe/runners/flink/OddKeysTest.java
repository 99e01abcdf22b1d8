// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.runners.flink;

import static org.assertj.core.api.Assertions.assertThat;

import io.beamscribe.pipelines.storage.ObjectStore;
import io.beamscribe.pipelines.storage.StorageOptions;
import io.beamscribe.pipelines.storage.StorageSetup;
import io.beamscribe.speech.ErrorKind;
import io.beamscribe.transforms.listing.AudioListing;
import io.beamscribe.transforms.listing.StoredAudio;
import io.beamscribe.transforms.listing.StoredListing;
import io.beamscribe.transforms.listing.VersionCheck;
import io.beamscribe.transforms.storage.CredentialsOptions;
import io.beamscribe.transforms.storage.StorageCredentials;
import io.beamscribe.transforms.storage.StorageSettings;
import io.beamscribe.transforms.values.AudioFile;
import io.beamscribe.transforms.values.Failures;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Objects of a real store whose keys are no paths, as they are listed and read. */
class OddKeysTest {
  private static final List<String> KEYS =
      List.of(
          "x//y.wav",
          "x/y.wav",
          "up/../over.wav",
          "./dot.wav",
          "//lead.wav",
          "/lead.wav",
          "folder.wav/",
          "folder.wav/in.wav",
          "..",
          "call[1].wav",
          "call1.wav",
          "a,b.wav",
          "{a}*?.wav",
          "%2e%2e/q?.wav",
          "back\\slash #1.wav",
          "control\u0001.wav",
          "noncharacter\uFFFE.wav",
          "한국.wav");

  @TempDir static Path folder;
  private static S3Server store;
  private static StorageSettings settings;

  @BeforeAll
  static void start() throws Exception {
    store = S3Server.start(Files.createFile(folder.resolve("moto.log")));
    for (String bucket : List.of("odd", "my_calls", "2026.11")) {
      store.bucketOfAnyName(bucket);
      store.put(bucket, "in/a.wav", "audio of " + bucket);
    }
    KEYS.forEach(key -> store.put("odd", "all/" + key, "audio of " + key));
    store.put("odd", "all/marker/", "");
    StorageOptions options = PipelineOptionsFactory.as(StorageOptions.class);
    options.setObjectStore(ObjectStore.MINIO);
    options.setEndpoint(store.endpoint().toString());
    options
        .as(CredentialsOptions.class)
        .setCredentialsSupplier(() -> StorageCredentials.of("test", "test"));
    StorageSetup.prepareUnchecked(options, List.of("s3a://odd/"));
    settings = StorageSettings.of(options);
  }

  @AfterAll
  static void stop() throws Exception {
    if (store != null) {
      store.close();
    }
  }

  @Test
  void eachIsListedReadAndCheckedByItsOwnName() throws Exception {
    AudioListing listing = list("s3a://odd/all/");
    assertThat(listing.failed()).isEmpty();
    assertThat(listing.ignored()).isEqualTo(1); // .. is hidden
    assertThat(listing.files())
        .extracting(AudioFile::address)
        .containsExactlyInAnyOrderElementsOf(
            KEYS.stream()
                .filter(key -> !key.equals(".."))
                .map(key -> "s3a://odd/all/" + key)
                .toList());
    assertThat(listing.files()).extracting(AudioFile::path).doesNotHaveDuplicates();
    for (AudioFile file : listing.files()) {
      assertThat(read(file))
          .isEqualTo("audio of " + file.address().substring("s3a://odd/all/".length()));
      assertThat(VersionCheck.isCurrent(file, settings)).isTrue();
    }
    store.put("odd", "all/x//y.wav", "audio of another");
    AudioFile replaced =
        listing.files().stream().filter(f -> f.path().equals("x//y.wav")).findFirst().orElseThrow();
    assertThat(VersionCheck.isCurrent(replaced, settings)).isFalse();
    store.put("odd", "all/x//y.wav", "audio of x//y.wav");
  }

  @Test
  void eachCanBeNamedThoughItLooksLikeAPattern() throws Exception {
    for (String key : KEYS) {
      String address = "s3a://odd/all/" + key;
      if (key.endsWith("/")) {
        continue; // names what is below it
      }
      assertThat(list(address).files())
          .as(key)
          .extracting(AudioFile::address)
          .containsExactly(address);
      assertThat(new StoredListing(settings).findsAny(address)).isTrue();
    }
    assertThat(list("s3a://odd/all/x//*").files())
        .extracting(AudioFile::address)
        .containsExactly("s3a://odd/all/x//y.wav");
    assertThat(list("s3a://odd/all/**/y.wav").files()).hasSize(2);
  }

  @Test
  void whatIsNotThereHasARow() {
    for (String none : List.of("all/x", "all/y//x.wav", "all/none[1].wav", "none/")) {
      assertThat(list("s3a://odd/" + none).failed())
          .as(none)
          .extracting(row -> row.errorKind())
          .containsExactly(ErrorKind.INVALID_URI);
    }
    for (String other : List.of("S3A://odd/all/x/y.wav", "s3://odd/a.wav", "s3a:///a.wav")) {
      assertThat(list(other).failed())
          .as(other)
          .extracting(row -> row.errorKind())
          .containsExactly(ErrorKind.INVALID_URI);
    }
    assertThat(list("s3a://no@bucket/a.wav").failed().toString()).doesNotContain("no@");
  }

  @Test
  void bucketsThatAreNoHostsAreRead() throws Exception {
    for (String bucket : List.of("my_calls", "2026.11")) {
      assertThat(read(list("s3a://" + bucket + "/in/").files().get(0)))
          .isEqualTo("audio of " + bucket);
    }
  }

  @Test
  void anArchivedObjectSaysSo() throws Exception {
    store.archive("odd", "cold/a.wav", "audio");
    AudioFile file = list("s3a://odd/cold/").files().get(0);
    try {
      read(file);
      assertThat(file).as("is read").isNull();
    } catch (IOException e) {
      assertThat(Failures.reading(e).kind()).isEqualTo(ErrorKind.FORBIDDEN);
      assertThat(Failures.reading(e)).hasMessageContaining("archived");
    }
  }

  private static AudioListing list(String input) {
    return AudioListing.of(List.of(input), "s3a://odd/out", settings);
  }

  private static String read(AudioFile file) throws IOException {
    try (ReadableByteChannel channel = new StoredAudio(file, settings).open()) {
      return new String(Channels.newInputStream(channel).readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
