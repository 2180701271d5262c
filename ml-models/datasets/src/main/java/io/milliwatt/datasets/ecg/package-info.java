/**
 * What the ECG domain reads recordings for: leads, beats and their classes, whatever format the files have.
 */
package io.milliwatt.datasets.ecg;
