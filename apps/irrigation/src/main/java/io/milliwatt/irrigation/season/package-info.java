/**
 * A zone's season planned ahead by the planner that the judged replays use: how dry the soil may become in each stage, when the last water is given, and
 * what that is expected to bring. A plan is kept until a week is over or the zone's set-up changes.
 */
package io.milliwatt.irrigation.season;
