/**
 * From a window's scores and recipe values to a verdict, and from verdicts to events: section 4 of a bundle, in the
 * integers of {@code device-firmware/contract/bundle.md}.
 */
package io.milliwatt.runtime.decision;
