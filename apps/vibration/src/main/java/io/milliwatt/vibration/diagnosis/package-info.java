/** What a captured signal shows of a bearing: its spectrum, and its envelope spectrum with the lines that damage would make. */
package io.milliwatt.vibration.diagnosis;
