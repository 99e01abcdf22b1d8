// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.listing;

import io.beamscribe.transforms.settings.FileSelection;
import java.nio.file.InvalidPathException;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Selects the addresses that are among the inputs and meant, by the rules of listing. */
public final class InputFilter {
  private final List<Predicate<String>> inputs;
  private final CommonFolder common;
  private final String output;
  private final NameFilter names;

  public InputFilter(List<String> inputs, String output, FileSelection selection) {
    List<InputPattern> patterns = inputs.stream().map(InputPattern::parse).toList();
    this.inputs = patterns.stream().map(InputFilter::addresses).toList();
    this.common = CommonFolder.of(patterns);
    this.output = output + "/";
    this.names = new NameFilter(selection);
  }

  /** The path of the results of an address; empty if it is not among the inputs. */
  public Optional<String> path(String address) {
    boolean hidden = address.substring(address.lastIndexOf('/') + 1).startsWith(".");
    if (hidden || address.startsWith(output)) {
      return Optional.empty();
    }
    return isInput(address)
        ? Optional.of(common.below(address)).filter(names::takes)
        : Optional.empty();
  }

  /** Whether an address is among the inputs, though perhaps nothing that is transcribed. */
  public boolean covers(String address) {
    return address.startsWith(output) || isInput(address);
  }

  private boolean isInput(String address) {
    try {
      return inputs.stream().anyMatch(input -> input.test(address));
    } catch (InvalidPathException e) {
      return false;
    }
  }

  private static Predicate<String> addresses(InputPattern input) {
    return switch (input.kind()) {
      case FILE -> input.text()::equals;
      case FOLDER -> address -> address.startsWith(input.text());
      case PATTERN -> Globs.addresses(input.text()).or(input.text()::equals);
    };
  }
}
