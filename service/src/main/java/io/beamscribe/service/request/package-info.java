// SPDX-License-Identifier: Apache-2.0
/**
 * Requests as the operations read them: a call with its body, form, paging and filters, and how
 * answers write addresses and times.
 */
@NullMarked
package io.beamscribe.service.request;

import org.jspecify.annotations.NullMarked;
