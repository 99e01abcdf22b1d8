// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.models.convert;

import io.beamscribe.speech.models.ModelException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;

/** The converters that this build has. */
public final class Converters {
  private Converters() {}

  private static List<ModelConverter> all() {
    return ServiceLoader.load(ModelConverter.class, ModelConverter.class.getClassLoader()).stream()
        .map(ServiceLoader.Provider::get)
        .toList();
  }

  /** What they are called. */
  public static List<String> names() {
    return all().stream().map(ModelConverter::name).toList();
  }

  /** Those of an engine that have something to do in the folder. */
  public static List<ModelConverter> applying(String engine, Path folder) {
    return all().stream()
        .filter(each -> each.engine().equals(engine) && each.applies(folder))
        .toList();
  }

  /**
   * Runs those of an engine, each if it has something to do in what the ones before it left.
   *
   * @return the names of those that had
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
