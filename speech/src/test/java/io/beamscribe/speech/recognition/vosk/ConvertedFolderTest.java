// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.recognition.vosk;

import static org.assertj.core.api.Assertions.assertThat;

import io.beamscribe.speech.languagemodel.NgramFst;
import io.beamscribe.speech.languagemodel.NgramFstWriter;
import io.beamscribe.speech.models.Model;
import io.beamscribe.speech.models.ModelListener;
import io.beamscribe.speech.models.catalogue.Catalogue;
import io.beamscribe.speech.models.store.ModelStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A user's own folder whose language model can be converted. */
class ConvertedFolderTest {
  @TempDir Path folder;

  @Test
  void copyIsUsedAndTheFolderStaysAsItWas() throws Exception {
    Path mine = model();
    ModelStore store = store(folder.resolve("store"));
    Model model = store.resolve(mine.toString(), "ko-KR");

    assertThat(mine.resolve("graph/Gr.fst")).hasBinaryContent(NgramFstWriter.tiny());
    assertThat(model.folder()).isNotEqualTo(mine);
    assertThat(NgramFst.isNgram(model.folder().resolve("graph/Gr.fst"))).isFalse();
    assertThat(model.folder().resolve("am/final.mdl")).isSymbolicLink().hasContent("x");
    assertThat(store.resolve(mine.toString(), "ko-KR")).isEqualTo(model);
    assertThat(store.verify()).hasSize(1).allMatch(each -> each.sound());

    Files.writeString(mine.resolve("am/final.mdl"), "xyz");
    assertThat(store.verify()).noneMatch(each -> each.sound());
    Model changed = store.resolve(mine.toString(), "ko-KR");
    assertThat(changed.digest()).isNotEqualTo(model.digest());
  }

  @Test
  void folderIsUsedAsItIsWhereTheStoreCannotBeWritten() throws Exception {
    Path mine = model();
    Path file = Files.writeString(folder.resolve("file"), "");
    Model model = store(file.resolve("store")).resolve(mine.toString(), "ko-KR");
    assertThat(model.folder()).isEqualTo(mine.toRealPath());
  }

  private Path model() throws IOException {
    Path mine = folder.resolve("mine");
    for (String name :
        List.of("am/final.mdl", "conf/mfcc.conf", "conf/model.conf", "graph/HCLr.fst")) {
      Files.createDirectories(mine.resolve(name).getParent());
      Files.writeString(mine.resolve(name), "x");
    }
    Files.write(mine.resolve("graph/Gr.fst"), NgramFstWriter.tiny());
    return mine;
  }

  private static ModelStore store(Path root) {
    return new ModelStore(Catalogue.builtIn(), root, ModelListener.SILENT);
  }
}
