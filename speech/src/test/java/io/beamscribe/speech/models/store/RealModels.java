// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.models.store;

import io.beamscribe.speech.models.Model;
import io.beamscribe.speech.models.ModelException;
import io.beamscribe.speech.models.ModelListener;
import io.beamscribe.speech.models.catalogue.Catalogue;
import io.beamscribe.speech.models.catalogue.CatalogueEntry;
import io.beamscribe.speech.models.catalogue.ModelSource;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/** Real models for tests; a test that needs one is reported as skipped if it is unavailable. */
public final class RealModels {
  private RealModels() {}

  /** A model of the catalogue, from this user's own store. */
  public static Model get(String id) {
    return get(Catalogue.builtIn(), ModelStore.defaultRoot(), id);
  }

  /** The Korean model's {@code Gr.fst} as its publisher made it. */
  public static Path koreanGrammarAsPublished() {
    CatalogueEntry model = Catalogue.builtIn().find("vosk-small-ko").orElseThrow();
    ModelSource.Pip packaged =
        model.sources().stream()
            .filter(ModelSource.Pip.class::isInstance)
            .map(ModelSource.Pip.class::cast)
            .findFirst()
            .orElseThrow();
    ModelSource grammar =
        new ModelSource.Pip(
            packaged.distribution(),
            packaged.version(),
            packaged.folder(),
            List.of("graph/Gr.fst"),
            packaged.sha256(),
            null);
    return asPublished("korean-grammar", model, List.of(grammar)).resolve("graph/Gr.fst");
  }

  /** Whisper base as its publisher made it. */
  public static Path whisperBaseAsPublished() {
    CatalogueEntry model = Catalogue.builtIn().find("whisper-base").orElseThrow();
    return asPublished("whisper-as-published", model, model.sources());
  }

  private static Path asPublished(String id, CatalogueEntry model, List<ModelSource> sources) {
    CatalogueEntry unconverted =
        new CatalogueEntry(
            id,
            "none",
            model.role(),
            List.of(),
            "for tests",
            model.size(),
            model.licence(),
            List.of(),
            List.of(),
            sources);
    return get(new Catalogue(List.of(unconverted)), Path.of("target", "test-models"), id).folder();
  }

  private static Model get(Catalogue catalogue, Path root, String id) {
    try {
      return new ModelStore(catalogue, root, ModelListener.SILENT).pull(id);
    } catch (ModelException e) {
      return Assumptions.abort(e.getMessage());
    }
  }
}
