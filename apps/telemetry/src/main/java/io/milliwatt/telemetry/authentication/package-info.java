/** Who a frame comes from: the node's key, and the message authentication code over the frame's own bytes. */
package io.milliwatt.telemetry.authentication;
