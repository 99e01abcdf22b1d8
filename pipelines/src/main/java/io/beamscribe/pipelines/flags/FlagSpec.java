// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.pipelines.flags;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.beamscribe.speech.text.Words;
import java.beans.Introspector;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.beam.sdk.annotations.Internal;
import org.apache.beam.sdk.options.Default;
import org.apache.beam.sdk.options.Description;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.apache.beam.sdk.options.Validation;

/** One flag, derived from the getter of an option. */
@Internal
public record FlagSpec(String name, Method getter) {

  /** The flags of a command, in the order of help. */
  public static List<FlagSpec> of(Class<? extends PipelineOptions> options) {
    return Arrays.stream(options.getMethods())
        .filter(method -> method.isAnnotationPresent(Flag.class))
        .map(method -> new FlagSpec(property(method), method))
        .sorted(
            Comparator.comparingInt((FlagSpec spec) -> spec.flag().order())
                .thenComparing(FlagSpec::name)) // methods come in any order
        .toList();
  }

  /**
   * Beam's own options, and those of the runners and file systems on the class path, except those
   * that only programs can set.
   */
  public static List<FlagSpec> ofBeam() {
    Map<String, FlagSpec> specs = new TreeMap<>();
    for (Class<? extends PipelineOptions> options : PipelineOptionsFactory.getRegisteredOptions()) {
      for (Method method : options.getMethods()) {
        String name = property(method);
        if (!name.isEmpty()
            && method.getParameterCount() == 0
            && !method.isAnnotationPresent(JsonIgnore.class)
            && !method.isAnnotationPresent(Flag.class) // of another command
            && setter(options, name).isPresent()) {
          specs.putIfAbsent(name, new FlagSpec(name, method));
        }
      }
    }
    return List.copyOf(specs.values());
  }

  public Flag flag() {
    return getter.getAnnotation(Flag.class);
  }

  public boolean required() {
    return getter.isAnnotationPresent(Validation.Required.class);
  }

  public boolean isBoolean() {
    return type() == boolean.class || type() == Boolean.class;
  }

  public boolean isList() {
    return List.class.isAssignableFrom(type());
  }

  public String description() {
    return getter.getAnnotation(Description.class).value();
  }

  /** The valid values as written on the command line; empty if they are not enumerable. */
  List<String> values() {
    if (isBoolean()) {
      return List.of("true", "false");
    }
    Class<?> constants = type().isEnum() ? type() : flag().namesOf();
    return constants.isEnum()
        ? Arrays.stream(constants.getEnumConstants()).map(FlagSpec::word).toList()
        : List.of();
  }

  public String label() {
    return flag().label().isEmpty() ? String.join("|", values()) : flag().label();
  }

  /** The default shown in help; empty if there is none. */
  public String defaultText() {
    if (!flag().defaultText().isEmpty()) {
      return flag().defaultText();
    }
    if (getter.isAnnotationPresent(Default.Boolean.class)) {
      return String.valueOf(getter.getAnnotation(Default.Boolean.class).value());
    }
    if (getter.isAnnotationPresent(Default.Integer.class)) {
      return String.valueOf(getter.getAnnotation(Default.Integer.class).value());
    }
    return getter.isAnnotationPresent(Default.Enum.class)
        ? Arrays.stream(type().getEnumConstants())
            .filter(
                constant ->
                    ((Enum<?>) constant)
                        .name()
                        .equals(getter.getAnnotation(Default.Enum.class).value()))
            .map(FlagSpec::word)
            .findFirst()
            .orElseThrow()
        : "";
  }

  /**
   * Sets the option from its values on the command line.
   *
   * @throws UsageException if a value is invalid
   */
  public void set(PipelineOptions options, List<String> texts) throws UsageException {
    if (!isList() && texts.size() > 1) {
      throw new UsageException("--" + name + " is given twice.");
    }
    Object value = isList() ? list(texts) : single(texts.get(0));
    try {
      setter(getter.getDeclaringClass(), name).orElseThrow().invoke(options, value);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException("No way to set the option " + name, e);
    }
  }

  private Object single(String text) throws UsageException {
    requireText(text);
    if (type() == String.class) {
      return values().isEmpty() ? text : oneOf(text);
    }
    if (type() == int.class || type() == Integer.class) {
      return integer(text);
    }
    String right = oneOf(text);
    return isBoolean()
        ? (Object) Boolean.valueOf(right)
        : Arrays.stream(type().getEnumConstants())
            .filter(constant -> word(constant).equals(right))
            .findFirst()
            .orElseThrow();
  }

  /** Lists of arbitrary values stay as given, since commas may be part of names. */
  private List<String> list(List<String> texts) throws UsageException {
    List<String> all = new ArrayList<>();
    for (String text : texts) {
      if (values().isEmpty()) {
        requireText(text);
        all.add(text);
      } else {
        for (String part : text.split(",", -1)) {
          all.add(oneOf(part.strip()));
        }
      }
    }
    return all.stream().distinct().toList();
  }

  private void requireText(String text) throws UsageException {
    if (text.isBlank()) {
      throw new UsageException("--" + name + " is empty.");
    }
  }

  private String oneOf(String text) throws UsageException {
    return values().stream()
        .filter(value -> value.equalsIgnoreCase(text))
        .findFirst()
        .orElseThrow(() -> new UsageException(Words.mustBe("--" + name, values(), text)));
  }

  private Integer integer(String text) throws UsageException {
    try {
      int number = Integer.parseInt(text.strip());
      if (number >= flag().min() && number <= flag().max()) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Reported below.
    }
    String range =
        flag().min() == Integer.MIN_VALUE
            ? "a whole number"
            : flag().max() == Integer.MAX_VALUE
                ? "a whole number from " + flag().min()
                : flag().min() + " to " + flag().max();
    throw new UsageException("--%s must be %s, not '%s'.".formatted(name, range, text));
  }

  private Class<?> type() {
    return getter.getReturnType();
  }

  /** A constant as people write it: in lower case, unless it has a text of its own. */
  private static String word(Object constant) {
    String name = ((Enum<?>) constant).name();
    return constant.toString().equals(name) ? name.toLowerCase(Locale.ROOT) : constant.toString();
  }

  /** Name of the option that a method gets; empty if it is not a getter. */
  private static String property(Method method) {
    String name = method.getName();
    int prefix = name.startsWith("get") ? 3 : name.startsWith("is") ? 2 : name.length();
    return prefix == name.length() ? "" : Introspector.decapitalize(name.substring(prefix));
  }

  private static Optional<Method> setter(Class<?> options, String name) {
    String setter = "set" + name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    return Arrays.stream(options.getMethods())
        .filter(method -> method.getName().equals(setter) && method.getParameterCount() == 1)
        .findFirst();
  }
}
