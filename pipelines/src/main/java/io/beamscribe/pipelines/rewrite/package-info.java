/** Results written again without audio: other formats, other speakers. */
package io.beamscribe.pipelines.rewrite;
