/** The early warning score against the published chart, row by row. */
package io.milliwatt.ecg.news;
