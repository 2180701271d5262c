/** What every app answers about its alarms in the same way. */
package io.milliwatt.platform.alarms.rest;
