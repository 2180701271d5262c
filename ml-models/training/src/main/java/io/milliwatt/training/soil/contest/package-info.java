/**
 * The Wazihub contest: the humidity of drip-irrigated plots over days for which only irrigation is known, and the peaks that its file leaves visible.
 */
package io.milliwatt.training.soil.contest;
