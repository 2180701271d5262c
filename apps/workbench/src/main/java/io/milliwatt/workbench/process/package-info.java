/**
 * Child processes that never outlive the workbench: each runs in a session of its own, so that Ctrl-C reaches only the
 * launcher and the order of stopping is ours, and a guard ends them all when the launcher itself was killed.
 */
package io.milliwatt.workbench.process;
