/**
 * Field seasons in the files of pyfao56 (Thorp 2022): crop and soil parameters, weather, irrigation, soil layers, canopy readings, and the record
 * of a run. They become the soil room's own types here.
 */
package io.milliwatt.datasets.field;
