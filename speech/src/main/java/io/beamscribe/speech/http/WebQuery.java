// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.http;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The query of a web address. What only signs a request changes each time an address is signed and
 * says nothing of the file; all else may select the file.
 */
final class WebQuery {
  private static final Pattern SIGNING = Pattern.compile("(?:x-amz|x-goog)-.*");

  /** The signatures of older interfaces, by the key that is named beside them. */
  private static final List<Set<String>> SETS =
      List.of(
          Set.of("awsaccesskeyid", "signature", "expires", "policy"),
          Set.of("googleaccessid", "signature", "expires"),
          Set.of("ossaccesskeyid", "signature", "expires"),
          Set.of("key-pair-id", "signature", "expires", "policy"));

  /** Shared access signatures of Azure, which always have {@code sig} and {@code sv}. */
  private static final Set<String> AZURE =
      Set.of(
          "sig", "sv", "se", "st", "sp", "sr", "sip", "spr", "si", "ss", "srt", "sdd", "skoid",
          "sktid", "skt", "ske", "sks", "skv");

  private WebQuery() {}

  /** The parameters of an address that may select the file, as they are written; often none. */
  static String selecting(String address) {
    int begin = address.indexOf('?');
    if (begin < 0) {
      return "";
    }
    String query = address.substring(begin + 1).replaceFirst("(?s)#.*$", "");
    List<String> parameters = Stream.of(query.split("&")).filter(each -> !each.isEmpty()).toList();
    Set<String> names = parameters.stream().map(WebQuery::name).collect(Collectors.toSet());
    return parameters.stream()
        .filter(each -> !signs(name(each), names))
        .collect(Collectors.joining("&"));
  }

  private static boolean signs(String name, Set<String> all) {
    return SIGNING.matcher(name).matches()
        || AZURE.contains(name) && all.contains("sig") && all.contains("sv")
        || SETS.stream().anyMatch(set -> set.contains(name) && isKeyed(set, all));
  }

  /** Whether a signature is there with the key that it was made with. */
  private static boolean isKeyed(Set<String> set, Set<String> all) {
    return all.contains("signature")
        && set.stream().anyMatch(each -> each.contains("id") && all.contains(each));
  }

  private static String name(String parameter) {
    return parameter.replaceFirst("(?s)=.*$", "").toLowerCase(Locale.ROOT);
  }
}
