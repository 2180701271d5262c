package io.milliwatt.irrigation.ledger;

import io.milliwatt.irrigation.probe.ReadingFlag;
import io.milliwatt.irrigation.reason.Reason;
import io.milliwatt.irrigation.reason.ReasonCode;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** On what an estimate of the depletion stands. */
public sealed interface Basis {

    Reason reason();

    /** The probe and the balance together. */
    record ByProbe(double innovationMillimetres, double correctionMillimetres) implements Basis {
        @Override
        public Reason reason() {
            return Reason.of(ReasonCode.PROBE)
                    .with("innovationMillimetres", innovationMillimetres)
                    .with("correctionMillimetres", correctionMillimetres);
        }
    }

    /** What a person measured and the balance together. */
    record ByHand(String note) implements Basis {
        @Override
        public Reason reason() {
            return Reason.of(ReasonCode.MEASURED_BY_HAND).with("note", note);
        }
    }

    /** The day is still to come. */
    record Forecast() implements Basis {
        @Override
        public Reason reason() {
            return Reason.of(ReasonCode.FORECAST);
        }
    }

    /** The weather alone, because of something. */
    sealed interface WeatherOnly extends Basis {}

    /** The zone has no probe. */
    record NoProbe() implements WeatherOnly {
        @Override
        public Reason reason() {
            return Reason.of(ReasonCode.NO_PROBE);
        }
    }

    /** @param silence empty where the probe was never heard */
    record ProbeStale(Optional<Duration> silence) implements WeatherOnly {
        @Override
        public Reason reason() {
            return silence.map(time -> Reason.of(ReasonCode.PROBE_SILENT).with("hours", time.toMinutes() / 60.0))
                    .orElseGet(() -> Reason.of(ReasonCode.PROBE_NEVER_HEARD));
        }
    }

    /** @param flags why its readings are left out */
    record ProbeFlagged(Set<ReadingFlag> flags) implements WeatherOnly {
        public ProbeFlagged {
            flags = Set.copyOf(flags);
        }

        @Override
        public Reason reason() {
            return Reason.of(ReasonCode.PROBE_FLAGGED)
                    .with(
                            "flags",
                            flags.stream().sorted().map(ReadingFlag::label).collect(Collectors.joining(", ")));
        }
    }

    /** @param coveredFraction of the root zone's water that the sensors see, 0 to 1 */
    record ProbeTooShallow(double coveredFraction) implements WeatherOnly {
        @Override
        public Reason reason() {
            return Reason.of(ReasonCode.PROBE_TOO_SHALLOW).with("coveredPercent", 100 * coveredFraction);
        }
    }

    /**
     * The probe says something that cannot be believed yet.
     *
     * @param innovationMillimetres measured less expected depletion
     * @param limitMillimetres beyond which one reading alone is not believed
     */
    record ProbeDisagrees(double innovationMillimetres, double limitMillimetres) implements WeatherOnly {
        @Override
        public Reason reason() {
            return Reason.of(ReasonCode.PROBE_DISAGREES)
                    .with("innovationMillimetres", innovationMillimetres)
                    .with("limitMillimetres", limitMillimetres);
        }
    }
}
