// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.service;

import io.beamscribe.pipelines.cli.Command;
import io.beamscribe.pipelines.cli.CommandInfo;
import io.beamscribe.pipelines.console.Console;
import io.beamscribe.pipelines.console.ExitCode;
import io.beamscribe.pipelines.flags.UsageException;
import io.beamscribe.pipelines.job.JobException;
import io.beamscribe.speech.models.ModelException;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.apache.beam.sdk.options.PipelineOptions;

/** {@code serve}: runs the service until it is stopped. */
public final class ServeCommand implements Command {
  @Override
  public CommandInfo info() {
    return CommandInfo.ofJob(
        "serve",
        "Runs the service: the REST API of Azure AI Speech on this machine.",
        ServeOptions.class,
        "serve",
        "serve --port=443 --host=0.0.0.0 --keyStore=speech.p12 --data=/var/lib/beamscribe");
  }

  @Override
  public int run(PipelineOptions options, List<String> operands, Console console)
      throws UsageException, JobException {
    ServeOptions serve = options.as(ServeOptions.class);
    CountDownLatch stopped = new CountDownLatch(1);
    try (Service service = new Service(serve)) {
      Runtime.getRuntime()
          .addShutdownHook(
              new Thread(
                  () -> {
                    service.close();
                    stopped.countDown();
                  }));
      service
          .firstKey()
          .ifPresent(
              file ->
                  console.err().println("The first key, of an administrator, is in " + file + "."));
      console.err().printf("Serving on %s; stop with Ctrl-C.%n", service.address());
      stopped.await();
    } catch (IllegalArgumentException e) {
      throw new UsageException(String.valueOf(e.getMessage()), e);
    } catch (IOException | ModelException e) {
      throw new JobException("The service cannot start: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return ExitCode.DONE;
  }
}
