// SPDX-License-Identifier: Apache-2.0
/**
 * Files by HTTP, what their addresses say, and how much of one fits into memory: one client and one
 * way to retry.
 */
@NullMarked
package io.beamscribe.speech.http;

import org.jspecify.annotations.NullMarked;
