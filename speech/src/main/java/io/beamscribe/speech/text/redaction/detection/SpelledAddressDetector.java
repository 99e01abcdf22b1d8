// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.text.redaction.detection;

import io.beamscribe.speech.text.DataFile;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.validator.routines.DomainValidator;

/** Addresses that are still spelled out, as <i>blue widget dot org</i>. */
final class SpelledAddressDetector implements Detector {
  private static final String DOT = "dot";
  private static final String AT = "at";
  private static final String WORDS = "words";
  private static final String MAIL = "mail";
  private static final String END = "end";
  private static final String VERB = "verb";

  /** Words of a domain. */
  private static final int MOST_WORDS = 3;

  /** Words between that for mail and that for the sign. */
  private static final int MOST_BEFORE = 9;

  private static final Map<String, Set<String>> SIGNS = Collections.unmodifiableMap(signs());

  private static Map<String, Set<String>> signs() {
    Map<String, Set<String>> signs = new HashMap<>();
    for (String line : DataFile.lines(SpelledAddressDetector.class, "spelled.txt")) {
      String[] words = line.split(" ", 2);
      signs.put(words[0], Set.of(words[1].split(" ")));
    }
    return signs;
  }

  @Override
  public List<Found> in(Stretch stretch) {
    List<Found> found = new ArrayList<>();
    for (int i = 1; i < stretch.pieces().size(); i++) {
      if (ends(stretch, i)) {
        int first = mail(stretch, i);
        found.add(
            first < i
                ? new Found(PersonalData.EMAIL, first, i + 1, 0.7)
                : new Found(PersonalData.URL, i - 1, i + 1, 0.5));
      } else if (is(stretch, i, DOT)) {
        int end = chain(stretch, i);
        if (end > i && names(stretch, i, end)) {
          found.add(whole(stretch, i, end));
        }
        i = Math.max(i, end - 1);
      }
    }
    return found;
  }

  /** Where a name ends whose first dot is at an index. */
  private static int chain(Stretch stretch, int dot) {
    int end = dot;
    while (end + 1 < stretch.pieces().size()
        && is(stretch, end, DOT)
        && isName(stretch, end + 1)
        && stretch.joined(dot - 1, end + 1)) {
      end += 2;
    }
    return end;
  }

  /** Whether what ends before an index ends in the name of a domain. */
  private static boolean names(Stretch stretch, int dot, int end) {
    String last = stretch.pieces().get(end - 1).text();
    boolean sure = end - dot > 2 || before(stretch, dot) != dot - 1;
    return isName(stretch, dot - 1)
        && DomainValidator.getInstance().isValidTld(last)
        && (sure || !SIGNS.getOrDefault(WORDS, Set.of()).contains(last));
  }

  private static Found whole(Stretch stretch, int dot, int end) {
    int first = before(stretch, dot);
    boolean mail = first < dot - 1 && stretch.joined(first, dot);
    if (!mail) {
      return new Found(PersonalData.URL, spelled(stretch, dot - 1), end, 0.7);
    }
    while (first > 1 && is(stretch, first - 1, DOT) && isName(stretch, first - 2)) {
      first -= 2;
    }
    return new Found(PersonalData.EMAIL, spelled(stretch, first), end, 0.8);
  }

  /** The piece before the word for an at sign, if one stands before the first name. */
  private static int before(Stretch stretch, int dot) {
    boolean mail = dot >= 3 && is(stretch, dot - 2, AT) && isName(stretch, dot - 3);
    return mail ? dot - 3 : dot - 1;
  }

  /**
   * Where an address of mail begins that ends with a domain, said in several words after somebody
   * named mail: <i>my mail is sara h at proton mail.com</i>. The index of the domain if it is none.
   */
  static int mail(Stretch stretch, int domain) {
    int at = domain - 1;
    while (at > 0 && domain - at <= MOST_WORDS && !is(stretch, at, AT)) {
      at--;
    }
    if (at <= 0 || !is(stretch, at, AT) || !stretch.joined(at, domain)) {
      return domain;
    }
    int first = at - 1;
    for (int i = first; i >= 0 && at - i <= MOST_BEFORE && stretch.joined(i, at); i--) {
      if (is(stretch, i, MAIL)) {
        return first;
      }
      if (is(stretch, i, VERB)) {
        first = at - 1 < i + 1 ? first : i + 1;
      }
    }
    return domain;
  }

  /** Where the letters and figures begin that are spelled out before a piece. */
  private static int spelled(Stretch stretch, int index) {
    int first = index;
    while (first > 0
        && stretch.joined(first - 1, first)
        && !stretch.pieces().get(first - 1).code().isEmpty()) {
      first--;
    }
    return first;
  }

  /** Whether a piece is the dot and the end of a domain in one, perhaps with an ending. */
  private static boolean ends(Stretch stretch, int index) {
    String text = stretch.pieces().get(index).text();
    return SIGNS.getOrDefault(END, Set.of()).stream().anyMatch(text::startsWith);
  }

  private static boolean is(Stretch stretch, int index, String sign) {
    return SIGNS.getOrDefault(sign, Set.of()).contains(stretch.pieces().get(index).text());
  }

  private static boolean isName(Stretch stretch, int index) {
    String text = stretch.pieces().get(index).text();
    return !text.isEmpty()
        && text.chars().allMatch(c -> Character.isLetterOrDigit(c) || c == '-' || c == '_')
        && !is(stretch, index, DOT)
        && !is(stretch, index, AT);
  }
}
