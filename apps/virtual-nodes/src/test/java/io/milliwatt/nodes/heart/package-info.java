/** The model of a heart, judged by the suite's own detector. */
package io.milliwatt.nodes.heart;
