// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.http;

import java.io.InputStream;
import java.net.http.HttpHeaders;

/**
 * What a server answers.
 *
 * @param body to be closed; reads fail with {@link java.net.SocketTimeoutException} where the
 *     server stalls
 */
public record WebAnswer(int statusCode, HttpHeaders headers, InputStream body) {}
