/**
 * Integer networks, model kind 4: operators on int8 or int16 tensors by TFLite's arithmetic rule, bit-exact with the node ({@code
 * bundle.md}, "Networks").
 */
package io.milliwatt.runtime.model.network;
