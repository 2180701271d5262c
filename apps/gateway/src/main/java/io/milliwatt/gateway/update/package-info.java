/**
 * Model bundles on their way to nodes: the catalogue, one update per node at a time, and the transfer in fragments. What the
 * node says it has is the truth; everything here can be started anew from the stored updates.
 */
package io.milliwatt.gateway.update;
