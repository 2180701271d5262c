/**
 * A node on an emulated Cortex-M4: QEMU runs the firmware as it would run on a board, and a bridge stands between its UART and
 * the gateway.
 */
package io.milliwatt.nodes.emulator;
