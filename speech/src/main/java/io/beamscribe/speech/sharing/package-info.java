// SPDX-License-Identifier: Apache-2.0
/** What threads of a process share: loaded once, kept while anybody holds it. Ground. */
@NullMarked
package io.beamscribe.speech.sharing;

import org.jspecify.annotations.NullMarked;
