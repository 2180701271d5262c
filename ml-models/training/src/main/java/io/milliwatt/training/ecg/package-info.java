/**
 * The training of the beat classifier: DS1 of the MIT-BIH Arrhythmia Database through the node's own kernels, stress records cut
 * from it, three boosted margins, patient-wise cross-validation, and one bundle. DS2 is never read here.
 */
package io.milliwatt.training.ecg;
