/** From inputs to files: patterns, local folders, object storage, the web; sizes and versions. */
package io.beamscribe.transforms.listing;
