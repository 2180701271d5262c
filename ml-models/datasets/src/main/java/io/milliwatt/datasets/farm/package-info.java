/**
 * Files that a farm hands in: weather and soil of stations and archives, irrigations and soil profiles of a season, read row by row into one form with
 * units. Nothing is judged here: a value is told as it stands, and a row that cannot be read is told with its line.
 */
package io.milliwatt.datasets.farm;
