// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.service.access;

/**
 * Who calls.
 *
 * @param owner the account whose entities it sees
 * @param key id of the key, for limits and the audit log
 */
public record Caller(String owner, String key, Role role) {
  /** Where no keys are asked for. */
  public static final Caller LOCAL = new Caller("local", "none", Role.ADMIN);
}
