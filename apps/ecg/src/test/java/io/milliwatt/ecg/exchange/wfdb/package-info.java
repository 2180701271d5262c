/** Records written and read back. */
package io.milliwatt.ecg.exchange.wfdb;
