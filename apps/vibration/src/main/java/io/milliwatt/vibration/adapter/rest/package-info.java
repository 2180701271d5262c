/** The REST resources of the maintenance console. */
package io.milliwatt.vibration.adapter.rest;
