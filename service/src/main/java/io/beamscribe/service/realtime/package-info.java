// SPDX-License-Identifier: Apache-2.0
/**
 * Real-time recognition over WebSockets, as the Speech SDKs speak it: a connection has turns one
 * after another, each with its settings, its audio and its results. Audio is processed in order on
 * one thread at a time for each connection; idle connections have none.
 */
@NullMarked
package io.beamscribe.service.realtime;

import org.jspecify.annotations.NullMarked;
