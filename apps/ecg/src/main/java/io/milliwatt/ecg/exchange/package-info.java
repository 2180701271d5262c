/**
 * What leaves the monitoring station for other systems: one stretch of one patient's monitoring, under the pseudonym, laid out for
 * formats that others read. Each format has its own room; none of them sees a name.
 */
package io.milliwatt.ecg.exchange;
