package io.milliwatt.dsp.fixedpoint.recipe;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All kinds of steps, by operation number and by type. */
final class StepKinds {

    private static final List<StepKind<?>> ALL = Stream.of(
                    StreamKinds.ALL,
                    MovingKinds.ALL,
                    FindingKinds.ALL,
                    StatisticsKinds.ALL,
                    BeatKinds.ALL,
                    SoilKinds.ALL,
                    ReadingKinds.ALL,
                    LineKinds.ALL,
                    SpectrumKinds.ALL)
            .<StepKind<?>>flatMap(List::stream)
            .toList();

    private static final Map<Integer, StepKind<?>> BY_OPERATION =
            ALL.stream().collect(Collectors.toUnmodifiableMap(StepKind::operation, Function.identity()));

    private static final Map<Class<?>, StepKind<?>> BY_TYPE =
            ALL.stream().collect(Collectors.toUnmodifiableMap(StepKind::type, Function.identity()));

    private StepKinds() {}

    static Optional<StepKind<?>> of(int operation) {
        return Optional.ofNullable(BY_OPERATION.get(operation));
    }

    static StepKind<?> of(Step step) {
        return BY_TYPE.get(step.getClass());
    }
}
