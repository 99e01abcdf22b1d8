// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.service.api;

/** Answers a request. */
@FunctionalInterface
public interface Handler {
  void handle(Call call) throws Exception;
}
