/**
 * Heart rate and its variability, measurement by measurement, as EC57 and WFDB's mxm compare them: each measurement of the analysis with
 * the reference's nearest in time, and the root mean square of the differences as a share of the reference's mean.
 */
package io.milliwatt.ec57.measurement;
