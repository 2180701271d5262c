/**
 * Where recordings come from: files in the formats that instruments and archives use, a catalogue of published data sets with
 * their traps, and splits that keep one physical unit on one side. This package itself only finds the folder that recordings lie in.
 */
package io.milliwatt.datasets;
