/** Puts the rules and their adapters together at start. */
package io.milliwatt.gateway.adapter.wiring;
