/** What a span of monitoring comes to, hour by hour: beats by class, heart rate, variability, and how long the atria fibrillated. */
package io.milliwatt.ecg.summary;
