/** The HTTP resources of the monitoring station. */
package io.milliwatt.ecg.adapter.rest;
