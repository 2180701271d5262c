/**
 * The run-by-run comparison of EC57 as WFDB's rxr makes it: couplets, short runs (3 to 5) and long runs (6 and more) of ventricular and of
 * supraventricular ectopic beats, each looked for in the other file.
 */
package io.milliwatt.ec57.run;
