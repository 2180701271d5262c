/**
 * {@code milliwatt analyze ecg}: one record of WFDB or one file of EDF, analysed by the node's code with the released model. What it
 * finds goes to people, to other programs and into an annotation file that WFDB's tools read.
 */
package io.milliwatt.workbench.analyze.ecg;
