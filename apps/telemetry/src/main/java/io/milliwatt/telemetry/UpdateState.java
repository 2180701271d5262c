package io.milliwatt.telemetry;

import java.util.OptionalLong;

/**
 * Where a model update stands on the node.
 *
 * @param slot the model slot spoken of
 * @param reason why the state was taken, by the numbers of {@link UpdateReason}
 * @param blocksReceived of a bundle that is still coming in
 */
public record UpdateState(
        long slot, Slot state, long modelId, long modelVersion, OptionalLong reason, OptionalLong blocksReceived)
        implements FrameBody {
    public static final long KIND = 6;

    /** In the contract's order, 0…4. */
    public enum Slot {
        EMPTY,
        STAGED,
        TRIAL,
        CONFIRMED,
        BAD
    }

    @Override
    public long kind() {
        return KIND;
    }
}
