/** The edge of the irrigation console: everything that knows a framework. The rooms beside it know none. */
package io.milliwatt.irrigation.adapter;
