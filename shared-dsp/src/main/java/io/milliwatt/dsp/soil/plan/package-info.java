/**
 * A season's water planned ahead: how dry a crop may become in each stage and how much stays ungiven at the end, so that an allocation costs the
 * least yield and no more days of stress than somebody accepts. Plans know today's field and a usual season, never the weather to come.
 */
package io.milliwatt.dsp.soil.plan;
