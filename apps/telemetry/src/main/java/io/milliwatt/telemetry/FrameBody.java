package io.milliwatt.telemetry;

/** What a frame carries; one record per kind of the contract, and {@link UnknownBody} for kinds of a later one. */
public sealed interface FrameBody
        permits Status,
                Features,
                Event,
                WaveformBlock,
                SoilReading,
                UpdateState,
                LearningUpdate,
                Acknowledgement,
                Command,
                ModelOffer,
                MissingFragments,
                Beats,
                SensorVitals,
                ValveState,
                UnknownBody {
    /** The contract's number of this kind. */
    long kind();
}
