// SPDX-License-Identifier: Apache-2.0
/**
 * The service: the cloud's REST API on one's own machine. It stores what callers ask for, runs it
 * by the job API and the speech library, and holds no recognition code. Nothing else knows it.
 */
@NullMarked
package io.beamscribe.service;

import org.jspecify.annotations.NullMarked;
