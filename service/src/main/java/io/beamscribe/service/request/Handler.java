// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.service.request;

/** Answers a request. */
@FunctionalInterface
public interface Handler {
  void handle(Call call) throws Exception;
}
