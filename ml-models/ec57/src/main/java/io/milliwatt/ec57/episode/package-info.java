/**
 * Stretches of a rhythm: the episode-by-episode comparison of EC57 as WFDB's epicmp makes it, for atrial fibrillation and for ventricular
 * flutter and fibrillation; and the comparison over time and over beats by which detectors of atrial fibrillation are published.
 */
package io.milliwatt.ec57.episode;
