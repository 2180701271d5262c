/** What the gateway tells about itself: health checks and counters. */
package io.milliwatt.gateway.adapter.metrics;
