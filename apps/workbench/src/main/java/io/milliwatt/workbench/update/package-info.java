/** Brings a model bundle to nodes through the gateway's door for operators, and tells how it goes. */
package io.milliwatt.workbench.update;
