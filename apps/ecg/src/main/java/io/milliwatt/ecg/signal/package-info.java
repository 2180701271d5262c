/** The signal as it is reviewed: strips of samples with gaps, beats with their classes, quality, and steps of a node's clock. */
package io.milliwatt.ecg.signal;
