/**
 * The noise stress protocol of Moody, Muldrow and Mark (Computers in Cardiology 1984) as WFDB's nst carries it out: recorded noise is added
 * to an ECG at a stated signal-to-noise ratio, two minutes with it and two without in turn, from minute 5 on.
 */
package io.milliwatt.ec57.noise;
