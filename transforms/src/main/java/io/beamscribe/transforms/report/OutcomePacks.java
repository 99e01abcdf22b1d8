// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.report;

import io.beamscribe.speech.json.JsonPack;
import io.beamscribe.transforms.values.FileOutcome;

/**
 * Outcomes on their way to the report, compressed, so that those of a million files fit in memory;
 * a coder that compresses, as Beam has one, would keep them there uncompressed. Bundles may hold a
 * single file, so a dictionary of typical JSON makes small packs small as well.
 */
final class OutcomePacks {
  static final JsonPack<FileOutcome> PACKS =
      new JsonPack<>(
          FileOutcome.class,
          "{\"status\":\"FAILED\",\"errorKind\":\"INVALID_AUDIO\",\"errorMessage\":\""
              + "\"SKIPPED\"\"talk\":{\"silenceShare\":0.\"overlapShare\":0.\"speakers\":[{\"speaker\":1,"
              + "\"voice\":\"milliseconds\":\"share\":0.\"turns\":\"interruptions\":0,\"timeline\":\"000999"
              + ",\"indexEntry\":\"{\"row\":{\"source\":\".wav\",\"sourceUrl\":\"s3a://.wav\",\"status\":\"SUCCEEDED"
              + "\",\"sizeBytes\":1,\"durationMilliseconds\":1,\"speechMilliseconds\":1,"
              + "\"processingSeconds\":0.0,\"confidence\":\"NaN\",\"words\":0,\"locale\":\"en-US\",\"audio\":{"
              + "\"container\":\"wav\",\"codec\":\"pcm_s16le\",\"sampleRate\":16000,\"channels\":1,"
              + "\"durationMilliseconds\":1,\"headerDurationMilliseconds\":1,\"clippingShare\":0.0,"
              + "\"peakDbfs\":-1.\"levelDbfs\":-2.\"narrowband\":false,\"layout\":\"mono\","
              + "\"truncated\":false}}");

  private OutcomePacks() {}
}
