/**
 * Frames to bytes and back. CBOR is read and written by Jackson; what Jackson is too lenient for, the deterministic
 * encoding of RFC 8949 §4.2.1, is checked on the bytes first. Whatever bytes come in, the only exception that goes out is
 * {@link io.milliwatt.telemetry.encoding.FrameException}.
 */
package io.milliwatt.telemetry.encoding;
