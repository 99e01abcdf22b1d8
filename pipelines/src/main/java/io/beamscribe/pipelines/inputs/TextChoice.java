// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.pipelines.inputs;

import io.beamscribe.pipelines.flags.UsageException;
import io.beamscribe.pipelines.options.TextFlags;
import io.beamscribe.speech.text.forms.TextOptions;
import io.beamscribe.speech.text.profanity.ProfanityOptions;
import io.beamscribe.speech.text.rules.RulesException;
import io.beamscribe.speech.text.rules.RulesText;
import io.beamscribe.transforms.settings.RuleFiles;
import io.beamscribe.transforms.settings.SettingsException;
import io.beamscribe.transforms.storage.StorageSettings;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.beam.sdk.annotations.Internal;

/** How text is written, from the flags and the files that they name. */
@Internal
public final class TextChoice {
  private TextChoice() {}

  /** The addresses of the files that flags of text name, to set up storage for them. */
  public static Stream<String> files(TextFlags options) {
    return Stream.concat(
        Stream.ofNullable(options.getRules()),
        Stream.concat(
            PhraseList.files(options.getProfanityWords()),
            PhraseList.files(options.getProfanityExceptions())));
  }

  /**
   * The choice of the user, once storage is set up for {@link #files}; rejects files that cannot be
   * read, and rules with mistakes.
   */
  public static TextOptions of(TextFlags options) throws UsageException {
    RulesText rules = rules(options);
    try {
      rules.check();
    } catch (RulesException e) {
      throw new UsageException(e.getMessage(), e);
    }
    return new TextOptions(
        options.getPunctuation(), options.getPunctuationMode(), profanity(options), rules);
  }

  /**
   * Runs the tests of the user's rules.
   *
   * @param locale BCP-47 tag of what they say; empty if it is unknown, so that they are not run
   */
  public static void test(TextOptions text, Optional<String> locale) throws UsageException {
    if (locale.isPresent()) {
      try {
        text.rules().test(locale.get());
      } catch (RulesException e) {
        throw new UsageException(e.getMessage(), e);
      }
    }
  }

  private static RulesText rules(TextFlags options) throws UsageException {
    String address = options.getRules();
    try {
      return address == null
          ? RulesText.NONE
          : RuleFiles.text(address, StorageSettings.of(options));
    } catch (SettingsException e) {
      throw UsageException.of(e);
    }
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
