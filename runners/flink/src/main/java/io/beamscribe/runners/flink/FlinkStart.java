// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.runners.flink;

import java.util.Optional;
import org.apache.flink.configuration.DeploymentOptions;
import org.apache.flink.configuration.ReadableConfig;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.configuration.SecurityOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * How this program was started, as its starter has told Flink; jobs with the master {@code [auto]}
 * go there.
 *
 * @param target in Flink's words: {@code local}, {@code remote}, {@code embedded} or another; here
 *     also {@code web}
 * @param attached whether the starter waits for the job; only a command line ever does
 * @param master host and port of the cluster, where they are known
 */
record FlinkStart(String target, boolean attached, Optional<String> master) {
  private static final String LOCAL = "local";
  private static final String EMBEDDED = "embedded";
  private static final String REMOTE = "remote";
  private static final String WEB = "web";

  /** Runs programs for Flink's web interface, which allows no question about their jobs. */
  private static final String WEB_RUNNER =
      "org.apache.flink.client.deployment.application.DetachedApplicationRunner";

  static FlinkStart ofThisProgram() {
    ReadableConfig conf = StreamExecutionEnvironment.getExecutionEnvironment().getConfiguration();
    if (isForWeb()) {
      return new FlinkStart(WEB, false, Optional.empty());
    }
    String target = conf.getOptional(DeploymentOptions.TARGET).orElse(LOCAL);
    Optional<String> host =
        target.equals(REMOTE) && !conf.get(SecurityOptions.SSL_REST_ENABLED)
            ? conf.getOptional(RestOptions.ADDRESS)
            : Optional.empty();
    return new FlinkStart(
        target,
        conf.get(DeploymentOptions.ATTACHED),
        host.map(name -> name + ":" + conf.get(RestOptions.PORT)));
  }

  private static boolean isForWeb() {
    return StackWalker.getInstance()
        .walk(frames -> frames.anyMatch(frame -> frame.getClassName().equals(WEB_RUNNER)));
  }

  /** Whether it gives its job to a cluster that has others too. */
  boolean isClient() {
    return !target.equals(LOCAL) && !isEmbedded();
  }

  /** Whether it is part of a cluster, in whose manager it runs. */
  boolean isEmbedded() {
    return target.equals(EMBEDDED);
  }
}
