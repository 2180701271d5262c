package io.milliwatt.runtime.soil;

import java.util.List;

/**
 * What a depth's water content will be; per horizon of 1, 3 and 7 days after the day that ended last.
 *
 * @param water its mean of that day, 0.01 %
 * @param changes with the rain that is known or, if none is, without knowing it; 0.01 %
 * @param changesIfDry if no rain falls
 * @param spreads root mean square error to expect of the former
 */
public record DepthForecast(int water, List<Integer> changes, List<Integer> changesIfDry, List<Integer> spreads) {
    public DepthForecast {
        changes = List.copyOf(changes);
        changesIfDry = List.copyOf(changesIfDry);
        spreads = List.copyOf(spreads);
    }
}
