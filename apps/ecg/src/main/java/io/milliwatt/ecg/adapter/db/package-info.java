/** Patients, their settings, beats, vitals, episodes, labels and the journal in PostgreSQL; identities in another schema. */
package io.milliwatt.ecg.adapter.db;
