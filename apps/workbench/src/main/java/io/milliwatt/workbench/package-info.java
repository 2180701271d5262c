/**
 * The command line of the suite: the demo with its embedded database and broker, the benchmark of the whole path, and the
 * analysis of recordings on disk. It starts the other programs as processes of their own and never links them.
 */
package io.milliwatt.workbench;
