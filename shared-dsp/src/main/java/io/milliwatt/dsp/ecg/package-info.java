/**
 * What a run of heart beats tells beyond its rate: the series of normal intervals, heart rate variability in time, in frequency and as
 * a non-linear process, and the turbulence after a ventricular beat. Double precision, for servers and reports. Definitions follow the
 * Task Force of ESC and NASPE (1996, European Heart Journal 17) unless a class names another source; a series too short for a figure
 * gives an empty result, never a guess.
 */
package io.milliwatt.dsp.ecg;
