// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.recognition;

import io.beamscribe.speech.ErrorKind;
import io.beamscribe.speech.SpeechException;
import io.beamscribe.speech.activity.ActivityOptions;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.stream.Stream;

/** Opens the models of one engine. Found by {@link ServiceLoader}. */
public interface EngineProvider {
  /** The engine's name in the catalogue, such as {@code vosk}. */
  String engine();

  /** Abilities of its models beyond those of every engine. */
  default Set<EngineAbility> abilities() {
    return Set.of();
  }

  /**
   * Does what takes time and no model, so that one is loaded sooner after it; what fails is told
   * when one is opened.
   */
  default void warmUp() {}

  /** Loads a model from its folder; this takes seconds and much memory. */
  Engine open(Path model) throws SpeechException;

  /** What counts as speech for the models of this engine, and how it is cut. */
  default ActivityOptions activity() {
    return ActivityOptions.DEFAULT;
  }

  /**
   * JVM options for a process in which this engine runs alone. The default is for engines that do
   * all their work in native code: hardly any garbage, and nothing worth optimising.
   */
  default List<String> javaOptions() {
    return List.of("-Xmn4m", "-XX:TieredStopAtLevel=1");
  }

  /** Threads that it starts at most while it loads a model, besides those of the JVM. */
  default int threads() {
    return 2;
  }

  /**
   * The provider of the engine with a name.
   *
   * @throws SpeechException if there is none
   */
  static EngineProvider named(String engine) throws SpeechException {
    return all()
        .filter(provider -> provider.engine().equals(engine))
        .findFirst()
        .orElseThrow(
            () ->
                new SpeechException(
                    ErrorKind.INTERNAL, "There is no engine with the name " + engine));
  }

  /** The names of the engines with an ability. */
  static List<String> able(EngineAbility ability) {
    return all()
        .filter(provider -> provider.abilities().contains(ability))
        .map(EngineProvider::engine)
        .toList();
  }

  private static Stream<EngineProvider> all() {
    return ServiceLoader.load(EngineProvider.class, EngineProvider.class.getClassLoader()).stream()
        .map(ServiceLoader.Provider::get);
  }
}
