/** Fixtures that tests of several packages share. */
package io.beamscribe.transforms.testing;
