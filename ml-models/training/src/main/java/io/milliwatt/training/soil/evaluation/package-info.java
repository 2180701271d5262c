/** The report of {@code evaluate soil}: sections, each with its figures, the bars they are held to, tables and plain remarks. */
package io.milliwatt.training.soil.evaluation;
