// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.models.convert;

import io.beamscribe.speech.models.ModelException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;

/** All converters of this build. */
public final class Converters {
  private Converters() {}

  private static List<ModelConverter> all() {
    return ServiceLoader.load(ModelConverter.class, ModelConverter.class.getClassLoader()).stream()
        .map(ServiceLoader.Provider::get)
        .toList();
  }

  /** Names of all converters. */
  public static List<String> names() {
    return all().stream().map(ModelConverter::name).toList();
  }

  /** The converters of an engine that apply to a folder. */
  public static List<ModelConverter> applying(String engine, Path folder) {
    return all().stream()
        .filter(each -> each.engine().equals(engine) && each.applies(folder))
        .toList();
  }

  /**
   * Runs the converters of an engine, each if it applies to what the ones before it left.
   *
   * @return the names of those that ran
   */
  public static List<String> runAll(String engine, Path folder) throws IOException, ModelException {
    List<String> ran = new ArrayList<>();
    for (ModelConverter converter : all()) {
      if (converter.engine().equals(engine) && converter.applies(folder)) {
        converter.convert(folder);
        ran.add(converter.name());
      }
    }
    return ran;
  }

  /** Runs the converters that the catalogue names, in its order. */
  public static void run(List<String> names, Path folder) throws IOException, ModelException {
    for (String name : names) {
      ModelConverter converter =
          all().stream()
              .filter(each -> each.name().equals(name))
              .findFirst()
              .orElseThrow(() -> new ModelException("there is no converter " + name));
      if (converter.applies(folder)) {
        converter.convert(folder);
      }
    }
  }
}
