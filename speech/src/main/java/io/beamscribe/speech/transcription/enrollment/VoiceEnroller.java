// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.transcription.enrollment;

import io.beamscribe.speech.ErrorKind;
import io.beamscribe.speech.SpeechException;
import io.beamscribe.speech.activity.BlockCutter;
import io.beamscribe.speech.audio.AudioProfile;
import io.beamscribe.speech.audio.AudioSource;
import io.beamscribe.speech.audio.ChannelMode;
import io.beamscribe.speech.audio.DecodedAudio;
import io.beamscribe.speech.audio.SampleRange;
import io.beamscribe.speech.audio.Track;
import io.beamscribe.speech.speakers.Diarizer;
import io.beamscribe.speech.speakers.KnownVoice;
import io.beamscribe.speech.speakers.SpeakerOptions;
import io.beamscribe.speech.speakers.SpeakerVoice;
import io.beamscribe.speech.speakers.block.BlockVoices;
import io.beamscribe.speech.transcription.AudioTools;
import io.beamscribe.speech.transcription.DiarizationSettings;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Enrolls a voice from audio in which one person speaks. Not thread-safe. */
public final class VoiceEnroller implements AutoCloseable {
  /** Share of the speech that must be of one voice. */
  private static final double SHARE = .9;

  private final AudioTools tools;
  private final DiarizationSettings models;

  /**
   * @param detectorFolder local folder of the Silero model
   * @param models of segmentation and embedding
   */
  public VoiceEnroller(String detectorFolder, DiarizationSettings models) {
    this.tools = AudioTools.lease(detectorFolder);
    this.models = models;
  }

  /**
   * Enrolls a person.
   *
   * @throws SpeechException if a file cannot be read, has several speakers or too little speech, or
   *     the files are not of one person
   */
  public KnownVoice enroll(String name, List<? extends AudioSource> files) throws SpeechException {
    List<SpeakerVoice> voices = new ArrayList<>();
    for (AudioSource file : files) {
      voices.add(only(file));
    }
    KnownVoice voice = voices.isEmpty() ? null : KnownVoice.of(name, models.voicesDigest(), voices);
    if (voice == null || voice.seconds() < KnownVoice.LEAST_SECONDS) {
      throw refusal(
          String.format(
              Locale.ROOT,
              "There is too little speech to know a voice by: it takes %.0f seconds.",
              KnownVoice.LEAST_SECONDS));
    }
    for (int i = 0; i < voices.size() && voices.size() > 1; i++) {
      List<SpeakerVoice> others = new ArrayList<>(voices);
      SpeakerVoice one = others.remove(i);
      if (!KnownVoice.of(name, models.voicesDigest(), others).isLike(one)) {
        throw refusal(files.get(i).name() + " sounds unlike the other files.");
      }
    }
    return voice;
  }

  /** The one voice that has nearly all speech of a file. */
  private SpeakerVoice only(AudioSource file) throws SpeechException {
    List<SpeakerVoice> voices =
        new Diarizer(SpeakerOptions.ANY)
            .diarize(blocks(file)).voices().stream()
                .filter(voice -> voice.print() != null)
                .toList();
    double all = voices.stream().mapToDouble(SpeakerVoice::seconds).sum();
    SpeakerVoice most =
        voices.stream()
            .max(Comparator.comparingDouble(SpeakerVoice::seconds))
            .orElseThrow(() -> refusal("Nobody speaks in " + file.name() + "."));
    if (most.seconds() < SHARE * all) {
      throw refusal(
          String.format(
              Locale.ROOT,
              "%s has %d voices; give audio in which one person speaks.",
              file.name(),
              voices.size()));
    }
    return most;
  }

  private List<BlockVoices> blocks(AudioSource file) throws SpeechException {
    List<BlockVoices> blocks = new ArrayList<>();
    try (DecodedAudio audio = tools.decoder().open(file)) {
      AudioProfile profile = audio.profile(ChannelMode.AUTO);
      for (Track track : profile.tracks()) {
        for (SampleRange range : BlockCutter.cut(profile.envelope(), profile.samples())) {
          float[] samples = audio.read(track, range);
          blocks.add(
              tools
                  .embedder(models)
                  .listen(
                      track.channel(), range, samples, tools.detector().probabilities(samples)));
        }
      }
    }
    return blocks;
  }

  private static SpeechException refusal(String sentence) {
    return new SpeechException(ErrorKind.INVALID_AUDIO, sentence);
  }

  @Override
  public void close() {
    tools.close();
  }
}
