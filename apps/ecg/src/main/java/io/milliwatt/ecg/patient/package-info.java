/** Patients by pseudonym: their admissions, their beds and the nodes on them. Who they are is no part of this room. */
package io.milliwatt.ecg.patient;
