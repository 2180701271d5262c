/** EDF+ recordings, read back. */
package io.milliwatt.ecg.exchange.edf;
