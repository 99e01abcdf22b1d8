// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.calls.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.beamscribe.speech.calls.CallAnalysis;
import io.beamscribe.speech.calls.Calls;
import io.beamscribe.speech.transcript.CallOptions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CallRulesTest {
  /** The refund is asked for at 7.0 s, the greeting ends at 3.25 s, the call at 38.75 s. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "mentions: refund",
        "mentions: [money back, 'Refund']",
        "mentions: refund*\n    times: 2",
        "mentions: refund\n    by: customer\n    within: 60 s\n    after: greeting",
        "mentions: refund\n    within: 5 s\n    after: {cue: greeting, by: agent}",
        "mentions: refund\n    after: {mentions: order, by: agent, inFirst: 1 min}",
        "mentions: business days\n    by: agent\n    inLast: 10 s",
        "cue: hold\n    by: agent",
        "mentions: cracked\n    near: coffee machine\n    within: 2 s",
        "all:\n    - mentions: refund\n    - none:\n      - mentions: supervisor",
        "any: [{mentions: supervisor}, {mentions: broken}]",
        "none: [{mentions: goodbye, by: customer}]",
        "any: [{mentions: broken}]\n    none: [{mentions: supervisor}]",
      })
  void holds(String rule) {
    assertThat(categories(rule)).containsExactly("it");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mentions: refunds",
        "mentions: refund\n    by: agent\n    inFirst: 20",
        "mentions: refund\n    within: 1 s\n    after: greeting",
        "mentions: refund\n    before: greeting",
        "mentions: refund\n    times: 3",
        "all: [{mentions: refund}, {mentions: supervisor}]",
        "none: [{mentions: refund}]",
      })
  void doesNotHold(String rule) {
    assertThat(categories(rule)).isEmpty();
  }

  @Test
  void saysWhatWasSaid() {
    List<Category> found = found("mentions: coffee machine\n    by: customer");

    assertThat(found).hasSize(1);
    assertThat(found.get(0).mentions())
        .containsExactly(
            new Mention("coffee machine", 1, "customer", 5000, 500),
            new Mention("coffee machine", 1, "customer", 8500, 500));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          categories: [{mentions: a}]|line 1: 'name' is missing
          categories:@- name: a@  mention: b|line 3: 'mention' is not known here; did you mean 'mentions'?
          categories:@- name: a@  mentions: b@  by: boss|line 4: 'boss' is none of agent, customer or other
          categories:@- name: a@  mentions: b@  within: 1 s|'within' goes with one of after, before or near
          categories:@- name: a@  mentions: b@  inFirst: soon|line 4: 'soon' is no time such as '60 s' or '2 min'
          categories:@- name: a@  mentions: '?!'|line 3: '?!' holds no word
          categories:@- name: a@  all: [{mentions: b}]@  by: agent|line 2: beside all stand only
          categories:@- name: a@  mentions: b@- name: a@  mentions: b|line 4: there are two categories 'a'
          categories: [|it is not YAML
          rules: []|line 1: 'rules' is not known here
          categories: 3|line 1: there must be a list here
          """)
  void namesTheLineOfAMistake(String rules, String message) {
    assertThatThrownBy(() -> CallRules.parse(rules.replace('@', '\n')))
        .isInstanceOf(RuleException.class)
        .hasMessageContaining(message);
  }

  private static List<String> categories(String rule) {
    return found(rule).stream().map(Category::name).toList();
  }

  private static List<Category> found(String rule) {
    String rules = "categories:\n  - name: it\n    " + rule + "\n";
    return CallAnalysis.of(Calls.REFUND, new CallOptions(rules)).categories();
  }
}
