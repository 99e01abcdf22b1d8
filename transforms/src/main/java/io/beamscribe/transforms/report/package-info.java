/** From rows to the report files at the end of a batch. */
package io.beamscribe.transforms.report;
