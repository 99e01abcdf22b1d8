// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.storage.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.beamscribe.speech.sharing.Lease;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.ref.WeakReference;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocalFileSystem;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class SharedFileSystemsTest {
  private static final URI ADDRESS = URI.create("file:///tmp/a");
  private static final String IMPLEMENTATION = "fs.file.impl";
  private static final Map<String, String> SETTINGS =
      Map.of(IMPLEMENTATION, "org.apache.hadoop.fs.LocalFileSystem");

  /** Logging belongs to the process and starts before any job; some of it keeps who started it. */
  @BeforeAll
  static void startLogging() {
    LoggerFactory.getLogger(SharedFileSystemsTest.class).debug("started");
  }

  @Test
  void equalSettingsShareOneAndOthersDoNot() throws IOException {
    FileSystem first = opened(ADDRESS, SETTINGS);
    assertThat(opened(URI.create("file:///b"), SETTINGS)).isSameAs(first);
    Map<String, String> other =
        Map.of(IMPLEMENTATION, "org.apache.hadoop.fs.LocalFileSystem", "endpoint", "elsewhere");
    assertThat(opened(ADDRESS, other)).isNotSameAs(first);
  }

  @Test
  void onlySomeStayOpenThatAreInNoUse() throws IOException {
    Lease<FileSystem> used = SharedFileSystems.lease(ADDRESS, numbered(0));
    List<OneOfMany> all = new ArrayList<>();
    for (int i = 1; i <= 40; i++) {
      all.add((OneOfMany) opened(ADDRESS, numbered(i)));
    }
    assertThat(all.subList(0, 20)).allMatch(files -> files.closed);
    assertThat(all.subList(35, 40)).noneMatch(files -> files.closed);
    assertThat(((OneOfMany) used.value()).closed).isFalse();
    used.close();
  }

  @Test
  void holdsNothingOfTheJobThatAskedFirst() throws Exception {
    WeakReference<ClassLoader> job = new WeakReference<>(askedByAJob());

    Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(
            () -> {
              System.gc();
              assertThat(job.get()).isNull();
            });

    FileSystem files = opened(ADDRESS, AskingJob.SETTINGS);
    assertThat(((WithThread) files).thread.isAlive()).isTrue();
  }

  /** The classes of a job that used a file system and has ended. */
  private static ClassLoader askedByAJob() throws Exception {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    ClassLoader job = new JobClasses(before);
    thread.setContextClassLoader(job);
    try {
      Class<?> asking = job.loadClass(AskingJob.class.getName());
      assertThat(asking.getClassLoader()).isSameAs(job);
      ((Runnable) asking.getDeclaredConstructor().newInstance()).run();
      assertThat(thread.getContextClassLoader()).isSameAs(job);
    } finally {
      thread.setContextClassLoader(before);
    }
    return job;
  }

  @Test
  void whatCannotBeOpenedIsAnIoException() {
    assertThatThrownBy(() -> SharedFileSystems.lease(URI.create("none://bucket/a"), SETTINGS))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("none");
  }

  private static FileSystem opened(URI address, Map<String, String> settings) throws IOException {
    try (Lease<FileSystem> files = SharedFileSystems.lease(address, settings)) {
      return files.value();
    }
  }

  private static Map<String, String> numbered(int number) {
    return Map.of(IMPLEMENTATION, OneOfMany.class.getName(), "number", Integer.toString(number));
  }

  /** Knows whether it was closed. */
  public static final class OneOfMany extends LocalFileSystem {
    private boolean closed;

    @Override
    public void close() throws IOException {
      closed = true;
      super.close();
    }
  }

  /** Has a thread of its own for as long as it is open, as those of stores have. */
  public static final class WithThread extends LocalFileSystem {
    private final CountDownLatch closed = new CountDownLatch(1);
    private Thread thread;

    @Override
    public void initialize(URI address, Configuration settings) throws IOException {
      super.initialize(address, settings);
      thread = new Thread(this::live);
      thread.setDaemon(true);
      thread.start();
    }

    private void live() {
      try {
        closed.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    @Override
    public void close() throws IOException {
      closed.countDown();
      super.close();
    }
  }

  /** The work of a job, loaded by the job's own class loader. */
  public static final class AskingJob implements Runnable {
    static final Map<String, String> SETTINGS = Map.of(IMPLEMENTATION, WithThread.class.getName());

    @Override
    public void run() {
      try {
        SharedFileSystems.lease(URI.create("file:///tmp/a"), SETTINGS).close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** Loads the class of the job itself, and everything else from its parent. */
  private static final class JobClasses extends ClassLoader {
    JobClasses(ClassLoader parent) {
      super(parent);
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (!name.equals(AskingJob.class.getName())) {
        return super.loadClass(name, resolve);
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
