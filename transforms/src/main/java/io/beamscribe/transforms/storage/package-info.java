/** Bytes anywhere: local, object storage, web. Knows no file of ours and no job. */
package io.beamscribe.transforms.storage;
