// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.calls.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What must be heard for a category. */
interface Rule {
  /** What was said that fulfils it; empty if it does not hold. */
  Optional<List<Mention>> test(Heard heard);

  /** The rule of a category. */
  record Named(String name, Rule rule) {}

  /** All of some rules hold. */
  record All(List<Rule> rules) implements Rule {
    @Override
    public Optional<List<Mention>> test(Heard heard) {
      List<Mention> mentions = new ArrayList<>();
      for (Rule rule : rules) {
        Optional<List<Mention>> own = rule.test(heard);
        if (own.isEmpty()) {
          return Optional.empty();
        }
        mentions.addAll(own.get());
      }
      return Optional.of(mentions);
    }
  }

  /** At least one does. */
  record Any(List<Rule> rules) implements Rule {
    @Override
    public Optional<List<Mention>> test(Heard heard) {
      List<List<Mention>> holding =
          rules.stream().map(rule -> rule.test(heard)).flatMap(Optional::stream).toList();
      return holding.isEmpty()
          ? Optional.empty()
          : Optional.of(holding.stream().flatMap(List::stream).toList());
    }
  }

  /** None does. */
  record None(List<Rule> rules) implements Rule {
    @Override
    public Optional<List<Mention>> test(Heard heard) {
      return rules.stream().anyMatch(rule -> rule.test(heard).isPresent())
          ? Optional.empty()
          : Optional.of(List.of());
    }
  }
}
