/** EDF+ files, field by field. */
package io.milliwatt.ecg.exchange.edf;
