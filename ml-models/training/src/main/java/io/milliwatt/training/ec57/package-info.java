/**
 * The EC57 report as a product: reads records and noise, has an analysis judged on them by the module ec57, and writes what came out for a
 * terminal, as one HTML page with drawings, as JSON, and in the very letters of WFDB's tools. Nothing here trains.
 */
package io.milliwatt.training.ec57;
