/** What persons said of beats and episodes, in versions that are only ever added, with the very samples they spoke of. */
package io.milliwatt.ecg.label;
