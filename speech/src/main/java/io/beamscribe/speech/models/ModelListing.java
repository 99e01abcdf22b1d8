// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.models;

import java.util.List;

/**
 * One line of {@code models list}.
 *
 * @param pulled whether it is ready in the store
 * @param size bytes to download, or bytes in the store once pulled
 * @param checked whether a checksum is published for it; otherwise the first pull is trusted
 */
public record ModelListing(
    String id,
    String engine,
    List<String> locales,
    boolean pulled,
    long size,
    Licence licence,
    List<ErrorRate> errorRates,
    boolean checked) {}
