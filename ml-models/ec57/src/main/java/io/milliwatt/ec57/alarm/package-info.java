/**
 * How often alarms are false. EC57 does not ask for it; staff do: what an analysis raised is held against the conditions that follow from
 * the reference annotations by the same definitions (PhysioNet/CinC Challenge 2015), and false ones are told per hour of a patient.
 */
package io.milliwatt.ec57.alarm;
