// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.service.jobs;

/**
 * One file of a transcription.
 *
 * @param source what the result names it: the address as given, or the path in its container
 * @param name of the result, without extension
 * @param address to read it at
 */
record AudioInput(String source, String name, String address) {}
