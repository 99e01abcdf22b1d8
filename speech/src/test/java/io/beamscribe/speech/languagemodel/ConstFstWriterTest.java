// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.languagemodel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.beamscribe.speech.recognition.vosk.GrammarConverter;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A model of two words a (1) and b (2) and four contexts: none (0), the beginning (1), "a" (2), and
 * "b a" (3), so the two words before are b and then a.
 */
class ConstFstWriterTest {
  @TempDir Path folder;

  @Test
  void readsTheTrie() throws IOException {
    NgramFst fst = NgramFst.open(tiny());
    assertThat(fst.states()).isEqualTo(4);
    assertThat(fst.futures()).isEqualTo(5);
    assertThat(List.of(fst.parent(0), fst.parent(1), fst.parent(2), fst.parent(3)))
        .containsExactly(-1, 0, 0, 2);
    assertThat(fst.child(0, 1)).isEqualTo(2);
    assertThat(fst.child(2, 2)).isEqualTo(3);
    assertThat(fst.child(0, 2)).isEqualTo(-1);
    assertThat(fst.isFinal(2)).isTrue();
    assertThat(fst.isFinal(3)).isFalse();
    assertThat(NgramFstWriter.write(fst)).isEqualTo(Files.readAllBytes(tiny()));
  }

  @Test
  void arcsLeadToTheLongestKnownContext() throws IOException {
    Path file = folder.resolve("const");
    ConstFstWriter.write(NgramFst.open(tiny()), file);
    ByteBuffer in = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
    int arcs = 5 + 3;
    in.position(in.capacity() - 20 * 4 - 16 * arcs);
    List<String> states = new ArrayList<>();
    for (int state = 0; state < 4; state++) {
      states.add(in.getFloat() + " " + in.getInt() + " " + in.getInt());
      assertThat(in.getInt()).isEqualTo(in.getInt());
    }
    assertThat(states).containsExactly("5.0 0 2", "Infinity 2 2", "6.0 4 2", "Infinity 6 2");
    List<String> found = new ArrayList<>();
    for (int arc = 0; arc < arcs; arc++) {
      assertThat(in.getInt(in.position() + 4)).isEqualTo(in.getInt(in.position()));
      found.add(in.getInt() + " " + skip(in).getFloat() + " " + in.getInt());
    }
    assertThat(found)
        .containsExactly(
            "1 1.0 2", "2 2.0 0", // after nothing
            "0 0.1 0", "1 3.0 2", // after the beginning
            "0 0.2 0", "2 4.0 0", // after a
            "0 0.3 2", "2 5.0 0"); // after b a: backs off to a
  }

  private static ByteBuffer skip(ByteBuffer in) {
    return in.position(in.position() + 4);
  }

  @Test
  void refusesWhateverIsBroken() throws IOException {
    byte[] good = Files.readAllBytes(tiny());
    for (int length = 0; length < good.length; length++) {
      Path file = Files.write(folder.resolve("cut"), Arrays.copyOf(good, length));
      assertThatThrownBy(() -> NgramFst.open(file)).isInstanceOf(UnsupportedFormatException.class);
    }
    for (int at = 0; at < good.length; at++) {
      byte[] bad = good.clone();
      bad[at] ^= (byte) 0x81;
      Path file = Files.write(folder.resolve("bad"), bad);
      Path out = folder.resolve("out");
      Files.deleteIfExists(out);
      try {
        ConstFstWriter.write(
            NgramFst.open(file), out); // a changed cost or name must not be visible
      } catch (UnsupportedFormatException e) {
        assertThat(e).hasMessageNotContaining("null");
      }
    }
  }

  @Test
  void converterLeavesOtherGrammarsAlone() throws IOException {
    GrammarConverter converter = new GrammarConverter();
    Path grammar = Files.createDirectories(folder.resolve("graph")).resolve("Gr.fst");
    assertThat(converter.applies(folder)).isFalse();
    Files.writeString(grammar, "something else");
    assertThat(converter.applies(folder)).isFalse();

    byte[] cut = Arrays.copyOf(NgramFstWriter.tiny(), 300);
    Files.write(grammar, cut);
    assertThat(converter.applies(folder)).isTrue();
    converter.convert(folder);
    assertThat(grammar).hasBinaryContent(cut);
    assertThat(folder.resolve("graph").toFile().list()).containsExactly("Gr.fst");
  }

  @Test
  void converterReplacesALinkAndNotWhatItLeadsTo() throws IOException {
    Path mine = tiny();
    Path grammar = Files.createDirectories(folder.resolve("graph")).resolve("Gr.fst");
    Files.createSymbolicLink(grammar, mine);
    GrammarConverter converter = new GrammarConverter();
    converter.convert(folder);
    assertThat(mine).hasBinaryContent(NgramFstWriter.tiny());
    assertThat(grammar).isRegularFile();
    assertThat(converter.applies(folder)).isFalse();
  }

  private Path tiny() throws IOException {
    return Files.write(folder.resolve("tiny"), NgramFstWriter.tiny());
  }
}
