/**
 * Drives the gateway as hard as it lets itself be driven: many nodes without firmware send well-formed frames, a window
 * of them under way at a time, and a ledger tells afterwards which ones the gateway acknowledged.
 */
package io.milliwatt.nodes.flood;
