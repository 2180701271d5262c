/** Tests of what a span of monitoring comes to. */
package io.milliwatt.ecg.summary;
