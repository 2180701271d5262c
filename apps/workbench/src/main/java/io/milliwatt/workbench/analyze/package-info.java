/**
 * {@code milliwatt analyze}: one recording on disk, no server. It reads the file, measures, looks for fault lines and says what it found and why;
 * it refuses rather than guesses. The analysis of hearts has the package below.
 */
package io.milliwatt.workbench.analyze;
