/**
 * Reasons for people: a code with its numbers, which every console says in its own language and units, and the English sentence for exports, messages and
 * codes that a console does not know.
 */
package io.milliwatt.irrigation.reason;
