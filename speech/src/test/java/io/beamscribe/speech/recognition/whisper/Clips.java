// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.recognition.whisper;

import io.beamscribe.speech.audio.AudioOptions;
import io.beamscribe.speech.audio.ChannelMode;
import io.beamscribe.speech.audio.DecodedAudio;
import io.beamscribe.speech.audio.LocalAudioSource;
import io.beamscribe.speech.audio.SampleRange;
import io.beamscribe.speech.audio.decoding.AudioDecoder;
import java.nio.file.Files;
import java.nio.file.Path;

/** The clips of testdata. */
final class Clips {
  private static final Path FOLDER = Path.of("../testdata");

  private Clips() {}

  /** The samples of the first track. */
  static float[] samples(String name) throws Exception {
    try (AudioDecoder decoder = new AudioDecoder(AudioOptions.defaults());
        DecodedAudio audio = decoder.open(new LocalAudioSource(FOLDER.resolve(name)))) {
      var profile = audio.profile(ChannelMode.AUTO);
      return audio.read(profile.tracks().get(0), new SampleRange(0, profile.samples()));
    }
  }

  static String reference(String name) throws Exception {
    return Files.readAllLines(FOLDER.resolve("refs.tsv")).stream()
        .filter(line -> line.startsWith(name + "\t"))
        .findFirst()
        .orElseThrow()
        .split("\t")[2];
  }
}
