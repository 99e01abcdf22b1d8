// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.text.itn;

import java.util.List;

/** What a rule can refer to by name: a list, other rules, or numbers. */
interface Symbol {
  /** Everything of its kind that begins at a place, in an order that is always the same. */
  List<Hit> at(Matching matching, int from);
}
