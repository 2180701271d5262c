/** Files of worked values: rows, expected values with tolerances, and what became of each row. */
package io.milliwatt.workbench.agronomy.vector;
