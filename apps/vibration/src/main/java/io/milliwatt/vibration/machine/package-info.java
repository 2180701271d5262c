/** What is watched: machines with their bearing, their group and support after ISO 20816-3, and the node that sits on them. */
package io.milliwatt.vibration.machine;
