/** FHIR resources against HL7's published example and HAPI's reader. */
package io.milliwatt.ecg.exchange.fhir;
