/**
 * A recording as every reader returns it: named channels of samples, the scalars that stood beside them, and the error that says
 * in one sentence why a file could not be read.
 */
package io.milliwatt.datasets.recording;
