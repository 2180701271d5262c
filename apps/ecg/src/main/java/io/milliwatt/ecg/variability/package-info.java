/** Heart rate variability of a monitored patient: which of the node's beats may speak for the sinus node. */
package io.milliwatt.ecg.variability;
