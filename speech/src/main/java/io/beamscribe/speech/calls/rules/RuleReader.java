// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.calls.rules;

import io.beamscribe.speech.calls.said.Cues;
import io.beamscribe.speech.calls.said.PhrasePattern;
import io.beamscribe.speech.calls.said.Role;
import io.beamscribe.speech.text.Words;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Reads rules from YAML, and names the line of what it does not understand. */
final class RuleReader {
  private static final List<String> GROUPS = List.of("all", "any", "none");
  private static final List<String> SIDES = List.of("after", "before", "near");
  private static final List<String> CONDITION =
      Stream.concat(
              Stream.of("mentions", "cue", "by", "times", "inFirst", "inLast", "within"),
              SIDES.stream())
          .toList();
  private static final Pattern TIME = Pattern.compile("(\\d+(?:\\.\\d+)?)\\s*(s|min|ms)?");

  private RuleReader() {}

  static List<Rule.Named> read(String yaml) {
    Node root;
    try {
      root = new Yaml(new SafeConstructor(new LoaderOptions())).compose(new StringReader(yaml));
    } catch (MarkedYAMLException e) {
      int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
      throw new RuleException(line, "it is not YAML: " + e.getProblem());
    }
    if (root == null) {
      return List.of();
    }
    Map<String, Node> top = members(root, List.of("categories"));
    List<Rule.Named> rules = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (Node each : list(required(root, top, "categories"))) {
      Map<String, Node> members =
          members(
              each, Stream.of(List.of("name"), GROUPS, CONDITION).flatMap(List::stream).toList());
      String name = text(required(each, members, "name"));
      if (!names.add(name)) {
        throw mistake(each, "there are two categories '" + name + "'");
      }
      members.remove("name");
      rules.add(new Rule.Named(name, rule(each, members)));
    }
    return rules;
  }

  private static Rule rule(Node node) {
    return rule(node, members(node, Stream.concat(GROUPS.stream(), CONDITION.stream()).toList()));
  }

  private static Rule rule(Node node, Map<String, Node> members) {
    List<String> groups = GROUPS.stream().filter(members::containsKey).toList();
    if (groups.isEmpty()) {
      return condition(node, members);
    }
    if (groups.size() < members.size()) {
      throw mistake(node, "beside " + groups.get(0) + " stand only " + Words.either(GROUPS));
    }
    List<Rule> parts = new ArrayList<>();
    for (String group : groups) {
      List<Rule> rules =
          list(required(node, members, group)).stream().map(RuleReader::rule).toList();
      parts.add(
          switch (group) {
            case "all" -> new Rule.All(rules);
            case "any" -> new Rule.Any(rules);
            default -> new Rule.None(rules);
          });
    }
    return parts.size() == 1 ? parts.get(0) : new Rule.All(parts);
  }

  private static Condition condition(Node node, Map<String, Node> members) {
    if (members.containsKey("mentions") == members.containsKey("cue")) {
      throw mistake(node, "a condition has either 'mentions' or 'cue'");
    }
    List<String> sides = SIDES.stream().filter(members::containsKey).toList();
    if (sides.size() > 1 || sides.isEmpty() && members.containsKey("within")) {
      throw mistake(node, "'within' goes with one of " + Words.either(SIDES));
    }
    return new Condition(
        members.containsKey("mentions") ? phrases(members.get("mentions")) : List.of(),
        Optional.ofNullable(members.get("cue")).map(each -> one(each, Cues.Kind.values())),
        Optional.ofNullable(members.get("by")).flatMap(RuleReader::role),
        Optional.ofNullable(members.get("times")).map(RuleReader::number).orElse(1),
        time(members.get("inFirst")),
        time(members.get("inLast")),
        sides.stream()
            .findFirst()
            .map(
                side ->
                    new Condition.Place(
                        Condition.Side.valueOf(side.toUpperCase(Locale.ROOT)),
                        other(required(node, members, side)),
                        time(members.get("within")))));
  }

  /** What another condition stands to: a condition, the name of a cue, or phrases. */
  private static Condition other(Node node) {
    if (node instanceof MappingNode) {
      return condition(node, members(node, CONDITION));
    }
    Optional<Cues.Kind> cue =
        node instanceof ScalarNode scalar
            ? Stream.of(Cues.Kind.values())
                .filter(kind -> kind.name().equalsIgnoreCase(scalar.getValue().strip()))
                .findFirst()
            : Optional.empty();
    return new Condition(
        cue.isPresent() ? List.of() : phrases(node),
        cue,
        Optional.empty(),
        1,
        -1,
        -1,
        Optional.empty());
  }

  private static List<PhrasePattern> phrases(Node node) {
    List<Node> all = node instanceof SequenceNode ? list(node) : List.of(node);
    List<PhrasePattern> phrases = new ArrayList<>();
    for (Node each : all) {
      try {
        phrases.add(new PhrasePattern(text(each)));
      } catch (RuleException e) {
        throw e;
      } catch (IllegalArgumentException e) {
        throw mistake(each, String.valueOf(e.getMessage()));
      }
    }
    return phrases;
  }

  private static Optional<Role> role(Node node) {
    return text(node).equalsIgnoreCase("anybody")
        ? Optional.empty()
        : Optional.of(one(node, Role.values()));
  }

  private static <T extends Enum<T>> T one(Node node, T[] values) {
    return Stream.of(values)
        .filter(value -> value.name().equalsIgnoreCase(text(node)))
        .findFirst()
        .orElseThrow(
            () ->
                mistake(
                    node,
                    "'%s' is none of %s"
                        .formatted(
                            text(node),
                            Words.either(
                                Stream.of(values)
                                    .map(value -> value.name().toLowerCase(Locale.ROOT))
                                    .toList()))));
  }

  private static int number(Node node) {
    String text = text(node);
    if (!text.matches("[1-9]\\d{0,5}")) {
      throw mistake(node, "'" + text + "' is no count");
    }
    return Integer.parseInt(text);
  }

  /** Milliseconds; -1 where there is no time. */
  private static long time(@Nullable Node node) {
    if (node == null) {
      return -1;
    }
    Matcher time = TIME.matcher(text(node));
    if (!time.matches()) {
      throw mistake(node, "'" + text(node) + "' is no time such as '60 s' or '2 min'");
    }
    String unit = time.group(2) == null ? "s" : time.group(2);
    double factor = unit.equals("min") ? 60_000 : unit.equals("ms") ? 1 : 1000;
    return Math.round(Double.parseDouble(time.group(1)) * factor);
  }

  private static Node required(Node node, Map<String, Node> members, String name) {
    Node member = members.get(name);
    if (member == null) {
      throw mistake(node, "'" + name + "' is missing");
    }
    return member;
  }

  private static Map<String, Node> members(Node node, List<String> known) {
    if (!(node instanceof MappingNode mapping)) {
      throw mistake(
          node, "there must be names with values here, such as " + known.get(0) + ": ...");
    }
    Map<String, Node> members = new LinkedHashMap<>();
    for (NodeTuple tuple : mapping.getValue()) {
      String name = text(tuple.getKeyNode());
      if (!known.contains(name)) {
        String hint =
            Words.nearest(name, known).map(near -> "; did you mean '" + near + "'?").orElse("");
        throw mistake(tuple.getKeyNode(), "'" + name + "' is not known here" + hint);
      }
      if (members.put(name, tuple.getValueNode()) != null) {
        throw mistake(tuple.getKeyNode(), "'" + name + "' stands here twice");
      }
    }
    return members;
  }

  private static List<Node> list(Node node) {
    if (!(node instanceof SequenceNode sequence)) {
      throw mistake(node, "there must be a list here");
    }
    return sequence.getValue();
  }

  private static String text(Node node) {
    if (!(node instanceof ScalarNode scalar)) {
      throw mistake(node, "there must be a single value here");
    }
    return scalar.getValue().strip();
  }

  private static RuleException mistake(Node node, String message) {
    return new RuleException(node.getStartMark().getLine() + 1, message);
  }
}
