/** What the command line tells of the firmware: what its work costs in energy. */
package io.milliwatt.workbench.firmware;
