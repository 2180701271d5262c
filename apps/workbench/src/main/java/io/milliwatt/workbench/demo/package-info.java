/**
 * The one-command demo: it lays out the data directory, chooses ports, draws the secrets, starts the suite in order,
 * enrols the fleet, watches over everything and stops it again.
 */
package io.milliwatt.workbench.demo;
