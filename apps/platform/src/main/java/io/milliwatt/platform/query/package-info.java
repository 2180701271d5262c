/** What resources read from an address, such as times and windows, and the columns in which they answer with courses. */
package io.milliwatt.platform.query;
