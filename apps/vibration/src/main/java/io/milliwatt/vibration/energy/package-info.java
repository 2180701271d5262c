/** What a machine's node spends, estimated from its own count of work or, until it has told one, from its schedule. */
package io.milliwatt.vibration.energy;
