/** The REST resources of the irrigation console. */
package io.milliwatt.irrigation.adapter.rest;
