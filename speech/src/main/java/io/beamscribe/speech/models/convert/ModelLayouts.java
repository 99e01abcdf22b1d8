// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.models.convert;

import io.beamscribe.speech.models.ModelException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Detects which engine a folder is a model of. */
public final class ModelLayouts {
  private static final int DEEPEST = 3;

  private ModelLayouts() {}

  private static List<ModelLayout> all() {
    return ServiceLoader.load(ModelLayout.class, ModelLayout.class.getClassLoader()).stream()
        .map(ServiceLoader.Provider::get)
        .toList();
  }

  /** The layout of a folder, if it is a model. */
  public static Optional<ModelLayout> of(Path folder) {
    return all().stream().filter(each -> each.lacks(folder).isEmpty()).findFirst();
  }

  /** The model in or not far below a folder, as archives often hold one folder around it. */
  public static Optional<Path> search(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder, DEEPEST)) {
      return all.filter(Files::isDirectory)
          .filter(each -> of(each).isPresent())
          .min(Comparator.comparing(Path::getNameCount).thenComparing(path -> path));
    }
  }

  /** Why a folder is not a model of any engine, as part of a sentence. */
  public static ModelException refusal(Path folder) {
    return new ModelException(
        all().stream()
            .map(layout -> lacking(layout, folder))
            .collect(Collectors.joining(", and ", "it is ", "")));
  }

  private static String lacking(ModelLayout layout, Path folder) {
    String what = layout.lacks(folder).orElseThrow();
    return "no " + layout.title() + " model (" + what + " is missing)";
  }

  /** Rejects folders that an engine cannot load; ignores engines that do not recognise speech. */
  public static void require(String engine, Path folder) throws ModelException {
    for (ModelLayout layout : all()) {
      if (layout.engine().equals(engine) && layout.lacks(folder).isPresent()) {
        throw new ModelException("that is " + lacking(layout, folder));
      }
    }
  }
}
