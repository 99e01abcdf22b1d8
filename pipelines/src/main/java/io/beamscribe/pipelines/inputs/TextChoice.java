// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.pipelines.inputs;

import io.beamscribe.pipelines.flags.UsageException;
import io.beamscribe.pipelines.options.TextFlags;
import io.beamscribe.speech.text.forms.TextOptions;
import io.beamscribe.speech.text.profanity.ProfanityOptions;
import io.beamscribe.transforms.storage.StorageSettings;
import java.util.stream.Stream;
import org.apache.beam.sdk.annotations.Internal;

/** How text is written, from the flags and the files that they name. */
@Internal
public final class TextChoice {
  private TextChoice() {}

  /** The addresses of the files that flags of text name, to set up storage for them. */
  public static Stream<String> files(TextFlags options) {
    return Stream.concat(
        PhraseList.files(options.getProfanityWords()),
        PhraseList.files(options.getProfanityExceptions()));
  }

  /**
   * The choice of the user, once storage is set up for {@link #files}; rejects files that cannot be
   * read.
   */
  public static TextOptions of(TextFlags options) throws UsageException {
    return new TextOptions(
        options.getPunctuation(), options.getPunctuationMode(), profanity(options));
  }

  /** What becomes of profanity. */
  private static ProfanityOptions profanity(TextFlags options) throws UsageException {
    StorageSettings storage = StorageSettings.of(options);
    return new ProfanityOptions(
        options.getProfanityFilterMode(),
        PhraseList.of(options.getProfanityWords(), storage),
        PhraseList.of(options.getProfanityExceptions(), storage));
  }
}
