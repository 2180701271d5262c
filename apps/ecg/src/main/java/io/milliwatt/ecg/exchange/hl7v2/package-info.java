/**
 * HL7 v2.6 unsolicited observation reports (ORU^R01), laid out after IHE's Patient Care Device profiles: numerics as its DEC, waveforms
 * as its WCM, both with the nomenclature of ISO/IEEE 11073-10101. HAPI writes the message, so that delimiters inside values are escaped
 * as the standard says.
 */
package io.milliwatt.ecg.exchange.hl7v2;
