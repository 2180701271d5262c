/**
 * What a chest electrode sees: a heart whose beats are sums of Gaussian waves (after McSharry and others, 2003), with
 * breathing, rhythms that come and go, ectopic beats, noise, and a lead that falls off. Time runs with the samples, so a
 * signal is the same at any speed of the computer.
 */
package io.milliwatt.nodes.heart;
