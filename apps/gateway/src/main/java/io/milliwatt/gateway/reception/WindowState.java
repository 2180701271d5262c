package io.milliwatt.gateway.reception;

/**
 * One boot's window as it is stored.
 *
 * @param highest sequence seen
 * @param seen bit set of 1,024 bytes
 */
@SuppressWarnings("ArrayRecordComponent") // handed to the database as it is, never compared
public record WindowState(long node, long boot, long highest, byte[] seen) {}
