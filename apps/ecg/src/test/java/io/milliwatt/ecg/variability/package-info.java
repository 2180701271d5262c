/** Which beats count for variability. */
package io.milliwatt.ecg.variability;
