/**
 * Alarms after IEC 60601-1-8:2006+AMD2:2020 on top of the platform's alarm engine: limits and levels per patient, what is
 * latched, what a pause holds back and what breaks it, and how an alarm stands before the people who see it.
 */
package io.milliwatt.ecg.alarm;
