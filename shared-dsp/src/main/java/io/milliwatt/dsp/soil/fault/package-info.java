/**
 * Faults of a probe found in its days: rules for what is plain, small boosted trees for what needs the other depths, the rain and the week around
 * a day. It confirms, a week late, what the node's own rules tell at once, and sees the drift that no node can. Plain arithmetic, no framework.
 */
package io.milliwatt.dsp.soil.fault;
