/**
 * Machine vibration: bearing geometry and its fault orders, velocity from acceleration, severity zones after ISO 20816-3, and spectra ready to
 * show. A level is never given without a unit, and a zone never without the machine's group and support.
 */
package io.milliwatt.dsp.vibration;
