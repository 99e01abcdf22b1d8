// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.calls.rules;

import io.beamscribe.speech.calls.said.Cues;
import io.beamscribe.speech.calls.said.Said;
import java.util.ArrayList;
import java.util.List;

/** The user's rules, which docs/analytics.md describes. Immutable. */
public final class CallRules {
  private final List<Rule.Named> rules;

  private CallRules(List<Rule.Named> rules) {
    this.rules = rules;
  }

  /**
   * Reads rules.
   *
   * @param yaml empty for none
   * @throws RuleException with the line of the first mistake
   */
  public static CallRules parse(String yaml) {
    return new CallRules(yaml.isBlank() ? List.of() : RuleReader.read(yaml));
  }

  /** The categories of a call, in the order of the rules. */
  public List<Category> categories(List<Said> said, Cues cues) {
    Heard heard = Heard.of(said, cues);
    List<Category> categories = new ArrayList<>();
    for (Rule.Named each : rules) {
      each.rule()
          .test(heard)
          .ifPresent(mentions -> categories.add(new Category(each.name(), mentions)));
    }
    return categories;
  }
}
