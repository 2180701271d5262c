/**
 * The fleet as data: which nodes there are, on which bearings they sit, what their machines do, and under which
 * credentials they report.
 */
package io.milliwatt.nodes.fleet;
