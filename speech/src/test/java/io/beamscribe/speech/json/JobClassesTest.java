// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.lang.ref.WeakReference;
import java.util.List;
import org.junit.jupiter.api.Test;

/** If classes of jobs come and go, JSON does not keep them alive. */
class JobClassesTest {
  /** A record as a job has it, with one inside it. */
  public record Row(String name, List<Row> rows) {}

  @Test
  void goWithTheirJob() throws Exception {
    WeakReference<ClassLoader> job = new WeakReference<>(runJob());
    await()
        .untilAsserted(
            () -> {
              System.gc();
              assertThat(job.get()).isNull();
            });
  }

  private static ClassLoader runJob() throws Exception {
    ClassLoader job = new JobLoader();
    Class<?> type = job.loadClass(Row.class.getName());
    Object row = type.getConstructors()[0].newInstance("one", List.of());
    // Compared as bytes: Java itself keeps the class whose records were last compared.
    byte[] compact = Json.writeCompact(row);
    assertThat(Json.writeCompact(Json.readCompact(compact, type))).isEqualTo(compact);
    byte[] readable = Json.write(row);
    assertThat(Json.write(Json.read(readable, type))).isEqualTo(readable);
    assertThat(row instanceof Row).isFalse();
    return job;
  }

  /** Loads its own class {@link Row}, and everything else from its parent. */
  private static final class JobLoader extends ClassLoader {
    JobLoader() {
      super(Row.class.getClassLoader());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (!name.equals(Row.class.getName())) {
        return super.loadClass(name, resolve);
      }
      Class<?> loaded = findLoadedClass(name);
      if (loaded != null) {
        return loaded;
      }
      try (InputStream in = getResourceAsStream(name.replace('.', '/') + ".class")) {
        byte[] bytes = in.readAllBytes();
        return defineClass(name, bytes, 0, bytes.length);
      } catch (IOException e) {
        throw new ClassNotFoundException(name, e);
      }
    }
  }
}
