/**
 * The beat-by-beat comparison of EC57 as WFDB's bxb makes it: which test beat belongs to which reference beat, what each was called, and
 * what follows for QRS complexes, ventricular and supraventricular ectopic beats.
 */
package io.milliwatt.ec57.beat;
