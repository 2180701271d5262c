/**
 * How a machine is: what its node's values mean, the zone after ISO 20816-3, the model's verdict, the alarm rules that
 * follow, and in which order machines want attention.
 */
package io.milliwatt.vibration.condition;
