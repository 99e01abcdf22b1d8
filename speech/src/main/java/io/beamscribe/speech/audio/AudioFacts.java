// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.audio;

import io.beamscribe.speech.json.Decibels;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the audio of a file, for results and reports. Shares are between 0 and 1, levels
 * in dB relative to full scale.
 *
 * @param container container as sniffed from the content, such as {@code wav}, {@code mov,mp4}
 * @param codec codec, such as {@code pcm_s16le}, {@code mp3}; null if unknown
 * @param sampleRate rate of the file in Hz; null if unknown
 * @param channels number of channels of the file
 * @param durationMilliseconds duration of what was decoded
 * @param headerDurationMilliseconds duration that the header claims; -1 if it claims none
 * @param clippingShare share of samples at full scale
 * @param peakDbfs highest sample
 * @param levelDbfs root mean square over the whole file
 * @param narrowband whether the file is sampled at less than {@link SampleRange#RATE} Hz; null if
 *     its rate is unknown
 * @param layout {@code mono}, {@code dualMono}, {@code antiPhase}, {@code mixed} or {@code split}
 * @param truncated whether something is missing: the end, or a part that cannot be decoded
 */
public record AudioFacts(
    String container,
    @Nullable String codec,
    @Nullable Integer sampleRate,
    int channels,
    long durationMilliseconds,
    long headerDurationMilliseconds,
    double clippingShare,
    @Decibels double peakDbfs,
    @Decibels double levelDbfs,
    @Nullable Boolean narrowband,
    String layout,
    boolean truncated)
    implements Serializable {
  /** The codec, or the container if the decoder prints no name for the codec. */
  public String form() {
    return codec == null ? container : codec;
  }
}
