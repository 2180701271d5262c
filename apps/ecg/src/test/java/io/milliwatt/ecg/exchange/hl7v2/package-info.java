/** HL7 v2 messages, read back and segment by segment. */
package io.milliwatt.ecg.exchange.hl7v2;
