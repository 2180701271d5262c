/**
 * What calls a person on a farm: few rules on top of the platform's alarm engine, one alarm for each source and rule however often its condition is seen,
 * and quiet hours that only what harms people, water or crop in that night breaks.
 */
package io.milliwatt.irrigation.alarm;
