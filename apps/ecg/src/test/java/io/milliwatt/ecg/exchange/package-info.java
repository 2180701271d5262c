/** Extracts of monitoring, made for tests. */
package io.milliwatt.ecg.exchange;
