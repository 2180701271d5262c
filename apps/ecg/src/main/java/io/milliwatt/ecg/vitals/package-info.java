/** What is known of a patient in numbers: what the node computes each second, what further sensors measure, and their courses. */
package io.milliwatt.ecg.vitals;
