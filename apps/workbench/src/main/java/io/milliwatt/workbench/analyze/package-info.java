/**
 * {@code milliwatt analyze}: one recording on disk, no server. It reads the file, measures, looks for fault lines and says what it found and why;
 * it refuses rather than guesses.
 */
package io.milliwatt.workbench.analyze;
