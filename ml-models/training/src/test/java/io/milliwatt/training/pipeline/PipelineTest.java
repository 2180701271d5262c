package io.milliwatt.training.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.milliwatt.runtime.bundle.Bundle;
import io.milliwatt.training.SyntheticTask;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The whole way on signals made by code, so that it is tested where no recordings are. */
class PipelineTest {
    @Test
    void everyCandidateGivesABundleThatHoldsItsSelfTest() throws ExportRefusedException {
        Pipeline pipeline = Pipeline.run(SyntheticTask.of(4), 1, Progress.silent());
        for (CandidateReport candidate : pipeline.report(Optional.empty()).candidates()) {
            byte[] bundle = pipeline.bundle(candidate.name(), QuantizationGate.standard());
            assertThat(Bundle.parse(bundle).vectors()).hasSizeGreaterThan(8);
            assertThat(bundle).hasSize(candidate.bundleBytes());
        }
    }

    @Test
    void theSameSeedGivesTheSameBytesAndAnotherSeedAnotherForest() throws ExportRefusedException {
        Pipeline first = Pipeline.run(SyntheticTask.of(2), 1, Progress.silent());
        Pipeline again = Pipeline.run(SyntheticTask.of(2), 1, Progress.silent());
        Pipeline other = Pipeline.run(SyntheticTask.withSeed(2, 9), 9, Progress.silent());
        QuantizationGate open = new QuantizationGate(100);
        for (CandidateReport candidate : first.report(Optional.empty()).candidates()) {
            assertThat(again.bundle(candidate.name(), open)).isEqualTo(first.bundle(candidate.name(), open));
        }
        assertThat(other.bundle("forest on three values", open))
                .isNotEqualTo(first.bundle("forest on three values", open));
    }

    @Test
    void anotherCandidateCanBeReleasedByItsLearnerAndItsCardFollows() throws ExportRefusedException {
        Pipeline pipeline = Pipeline.run(SyntheticTask.of(4).releasing("forest"), 1, Progress.silent());
        assertThat(pipeline.report(Optional.empty()).released().learner()).isEqualTo("forest");
        assertThat(Bundle.parse(pipeline.bundle()).model().kind()).isEqualTo(7);
        assertThatThrownBy(() -> SyntheticTask.of(4).releasing("oracle"))
                .hasMessageContaining("There is no candidate 'oracle' for synthetic; there are: nearest-centroid on");
    }

    @Test
    void aModelThatQuantizationSpoiledIsRefused() {
        Pipeline pipeline = Pipeline.run(SyntheticTask.of(4), 1, Progress.silent());
        String name = pipeline.report(Optional.empty()).released().name();
        // A limit below any possible loss stands for a model over the limit.
        QuantizationGate strict = new QuantizationGate(-101);
        assertThatThrownBy(() -> pipeline.bundle(name, strict))
                .isInstanceOf(ExportRefusedException.class)
                .hasMessageContaining("points of macro-F1 by quantization")
                .hasMessageContaining("nothing was exported");
    }

    @Test
    void hardClassesGetAHumblerFigureThanEasyOnesAndTheMajorityClassGetsASixth() {
        EvaluationReport easy =
                Pipeline.run(SyntheticTask.of(5), 1, Progress.silent()).report(Optional.empty());
        EvaluationReport hard =
                Pipeline.run(SyntheticTask.of(0.5), 1, Progress.silent()).report(Optional.empty());
        assertThat(easy.released().quantized().macroF1()).isGreaterThan(0.97);
        assertThat(hard.released().quantized().macroF1()).isBetween(0.3, 0.7);
        assertThat(easy.baselines().getFirst().figures().macroF1())
                .isCloseTo(1.0 / 6, org.assertj.core.data.Offset.offset(1e-9));
    }
}
