// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.output;

import static org.assertj.core.api.Assertions.assertThat;

import io.beamscribe.speech.formats.TranscriptFormat;
import io.beamscribe.speech.transcript.CallOptions;
import io.beamscribe.speech.transcript.CaptionOptions;
import io.beamscribe.speech.transcript.FormatOptions;
import io.beamscribe.speech.transcription.ResultSettings;
import io.beamscribe.transforms.settings.OutputLayout;
import io.beamscribe.transforms.values.AudioFile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.apache.commons.codec.digest.DigestUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MarkerIndexTest {
  private static final String OTHER = ResultSettings.filesDigest("other settings", null);
  private static final String DIGEST = "settings";
  private static final String SETTINGS = ResultSettings.filesDigest(DIGEST, null);
  private static final List<TranscriptFormat> FORMATS =
      List.of(TranscriptFormat.JSON, TranscriptFormat.TXT);

  private final AudioFile file = file("deep/one.wav", "etag");
  private final DoneMarker marker = marker(file, DIGEST, "json", "txt");

  @Test
  void aMarkerThatIsListedAsItWasNeedsNoReading() throws Exception {
    MarkerIndex index = index(marker);
    index.list("deep/one.wav.json", "\"" + etag(marker) + "\"");

    assertThat(index.isDone(file, SETTINGS, FORMATS, FormatOptions.DEFAULT)).isTrue();
    assertThat(index.isDone(file, SETTINGS, List.of(TranscriptFormat.TXT), FormatOptions.DEFAULT))
        .isTrue();
  }

  @ParameterizedTest
  @EnumSource
  void knowsEachFormatThatThereIs(TranscriptFormat format) throws Exception {
    DoneMarker whole = marker(file, DIGEST, "json", format.extension());
    MarkerIndex index = index(whole);
    index.list("deep/one.wav.json", etag(whole));

    for (TranscriptFormat wanted : TranscriptFormat.values()) {
      assertThat(index.isDone(file, SETTINGS, List.of(wanted), FormatOptions.DEFAULT))
          .isEqualTo(wanted == TranscriptFormat.JSON || wanted == format);
    }
  }

  @Test
  void aMarkerThatIsGoneCountsNoLonger() throws Exception {
    MarkerIndex index = index(marker);
    index.list("deep/another.wav.json", etag(marker));

    assertThat(index.isDone(file, SETTINGS, FORMATS, FormatOptions.DEFAULT)).isFalse();
  }

  @Test
  void captionsCountOnlyAsMadeWithTheSameOptions() throws Exception {
    FormatOptions narrow = captions(24, 3);
    List<TranscriptFormat> wanted = List.of(TranscriptFormat.JSON, TranscriptFormat.SRT);
    DoneMarker made = marker(file, DIGEST, "json", TranscriptFormat.SRT.made(narrow));
    MarkerIndex index =
        MarkerIndex.of(
            List.of(
                MarkerIndex.stored(
                    List.of(MarkerIndex.entry("deep/one.wav.json", made.toJson(), made, narrow)))));
    index.list("deep/one.wav.json", etag(made));

    assertThat(index.isDone(file, SETTINGS, wanted, narrow)).isTrue();
    assertThat(index.isDone(file, SETTINGS, wanted, FormatOptions.DEFAULT)).isFalse();
    assertThat(index.isDone(file, SETTINGS, wanted, captions(24, 2))).isFalse();
  }

  private static FormatOptions captions(int length, int lines) {
    return new FormatOptions(true, new CaptionOptions(length, lines), CallOptions.DEFAULT);
  }

  @Test
  void formatsKnowTheirNamesWithAndWithoutOptions() {
    FormatOptions narrow = captions(24, 3);
    assertThat(TranscriptFormat.VTT.made(narrow)).isEqualTo("vtt(length=24,lines=3)");
    assertThat(TranscriptFormat.TXT.made(narrow)).isEqualTo("txt");
    assertThat(TranscriptFormat.VTT.made(FormatOptions.DEFAULT)).isEqualTo("vtt");
    assertThat(TranscriptFormat.VTT.isNamed("vtt(length=24,lines=3)")).isTrue();
    CallOptions rules = new CallOptions("categories: []");
    FormatOptions ruled = new FormatOptions(true, CaptionOptions.DEFAULT, rules);
    assertThat(TranscriptFormat.ANALYTICS.made(ruled)).startsWith("analytics.json(rules=");
    assertThat(TranscriptFormat.ANALYTICS.made(narrow)).isEqualTo("analytics.json");
    assertThat(TranscriptFormat.VTT.made(ruled)).isEqualTo("vtt");
    assertThat(TranscriptFormat.VTT.isNamed("karaoke.vtt")).isFalse();
    assertThat(TranscriptFormat.TXT.isNamed("labels.txt")).isFalse();
  }

  @Test
  void aMarkerThatWasReplacedIsNotBelieved() throws Exception {
    MarkerIndex index = index(marker);
    index.list("deep/one.wav.json", etag(marker(file, "other settings", "json", "txt")));

    assertThat(index.isDone(file, SETTINGS, FORMATS, FormatOptions.DEFAULT)).isFalse();
  }

  @Test
  void ofSeveralMarksTheOneThatIsListedCounts() throws Exception {
    DoneMarker later = marker(file, "other settings", "json", "txt");
    MarkerIndex index = index(marker, later);
    index.list("deep/one.wav.json", etag(later));

    assertThat(index.isDone(file, SETTINGS, FORMATS, FormatOptions.DEFAULT)).isFalse();
    assertThat(index.isDone(file, OTHER, FORMATS, FormatOptions.DEFAULT)).isTrue();
    assertThat(index.size()).isEqualTo(2);
    assertThat(index.listed()).isEqualTo(1);
  }

  @Test
  void whateverAFileIsMustBeUnchanged() throws Exception {
    MarkerIndex index = index(marker);
    index.list("deep/one.wav.json", etag(marker));

    assertThat(
            index.isDone(file("deep/one.wav", "newer"), SETTINGS, FORMATS, FormatOptions.DEFAULT))
        .isFalse();
    assertThat(index.isDone(sized(file, 1), SETTINGS, FORMATS, FormatOptions.DEFAULT)).isFalse();
    assertThat(index.isDone(file, OTHER, FORMATS, FormatOptions.DEFAULT)).isFalse();
    assertThat(index.isDone(file, SETTINGS, List.of(TranscriptFormat.SRT), FormatOptions.DEFAULT))
        .isFalse();
    assertThat(index.isDone(file("one.wav", "etag"), SETTINGS, FORMATS, FormatOptions.DEFAULT))
        .isFalse();
  }

  @Test
  void etagsThatAreNoSumOfTheContentSayNothing() throws Exception {
    MarkerIndex index = index(marker);
    for (String etag : List.of("", etag(marker) + "-2", "z".repeat(32), "\"\"")) {
      index.list("deep/one.wav.json", etag);
    }

    assertThat(index.isDone(file, SETTINGS, FORMATS, FormatOptions.DEFAULT)).isFalse();
  }

  @Test
  void whatIsBrokenIsLeftOut() throws Exception {
    byte[] whole = MarkerIndex.stored(List.of(entry(marker)));
    byte[] garbage = new byte[4000];
    new Random(1).nextBytes(garbage);
    for (int i = 0; i < whole.length; i++) {
      byte[] flipped = whole.clone();
      flipped[i] ^= 1;
      MarkerIndex index =
          MarkerIndex.of(
              List.of(flipped, Arrays.copyOf(whole, i), Arrays.copyOf(whole, 2 * i), garbage));
      index.list("deep/one.wav.json", etag(marker));
      assertThat(index.size()).isZero();
      assertThat(index.isDone(file, SETTINGS, FORMATS, FormatOptions.DEFAULT)).isFalse();
    }
    assertThat(MarkerIndex.of(List.of(garbage, whole, new byte[0])).size()).isEqualTo(1);
  }

  @Test
  void whatIsPutTogetherHasTheMarksThatAreListed() throws Exception {
    List<DoneMarker> markers = new ArrayList<>();
    List<AudioFile> files = new ArrayList<>();
    for (int i = 0; i < 5000; i++) {
      files.add(file(i + ".wav", "etag" + i));
      markers.add(marker(files.get(i), DIGEST, "json", "txt"));
    }
    MarkerIndex index = index(markers.toArray(DoneMarker[]::new));
    for (int i = 0; i < 5000; i += 2) {
      index.list(i + ".wav.json", etag(markers.get(i)));
    }

    MarkerIndex left = MarkerIndex.of(List.of(index.storedListed()));

    assertThat(left.size()).isEqualTo(2500);
    for (int i = 0; i < 5000; i++) {
      left.list(i + ".wav.json", etag(markers.get(i)));
      assertThat(left.isDone(files.get(i), SETTINGS, FORMATS, FormatOptions.DEFAULT))
          .isEqualTo(i % 2 == 0);
    }
  }

  private static MarkerIndex index(DoneMarker... markers) {
    return MarkerIndex.of(
        List.of(MarkerIndex.stored(Arrays.stream(markers).map(MarkerIndexTest::entry).toList())));
  }

  private static String entry(DoneMarker marker) {
    String path = marker.source().substring("s3a://calls/".length());
    return MarkerIndex.entry(
        OutputLayout.markerName(path), marker.toJson(), marker, FormatOptions.DEFAULT);
  }

  private static String etag(DoneMarker marker) throws Exception {
    return DigestUtils.md5Hex(marker.toJson());
  }

  private static DoneMarker marker(AudioFile file, String settings, String... formats) {
    return new DoneMarker(
        "fingerprint",
        settings,
        file.source(),
        file.size(),
        file.version(),
        "sha256",
        List.of(formats),
        "run",
        null,
        null,
        null);
  }

  private static AudioFile file(String path, String version) {
    return new AudioFile("s3a://calls/" + path, path, 8044, version, false);
  }

  private static AudioFile sized(AudioFile file, long size) {
    return new AudioFile(file.address(), file.path(), size, file.version(), false);
  }
}
