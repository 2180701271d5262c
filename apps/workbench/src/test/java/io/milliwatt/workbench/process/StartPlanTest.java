package io.milliwatt.workbench.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.milliwatt.workbench.SuiteException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

class StartPlanTest implements StartPlan.Listener {
    private final List<String> story = new ArrayList<>();

    @Test
    void aStepBeginsOnlyWhenThoseBeforeItAreReady() throws Exception {
        StartPlan plan = new StartPlan()
                .add(step("nodes", Set.of("gateway"), () -> true))
                .add(step("gateway", Set.of("database"), () -> true))
                .add(step("database", Set.of(), () -> true));

        plan.run(Duration.ofSeconds(5), this);

        assertThat(story)
                .containsExactly(
                        "begin database",
                        "ready database",
                        "begin gateway",
                        "ready gateway",
                        "begin nodes",
                        "ready nodes");
    }

    @Test
    void independentStepsBeginSideBySide() throws Exception {
        List<String> begun = new ArrayList<>();
        StartPlan plan = new StartPlan()
                .add(new StartPlan.Step("one", Set.of(), () -> begun.add("one"), () -> begun.contains("two")))
                .add(new StartPlan.Step("two", Set.of(), () -> begun.add("two"), () -> begun.contains("one")));

        plan.run(Duration.ofSeconds(5), this);

        assertThat(story).containsExactlyInAnyOrder("ready one", "ready two");
    }

    @Test
    void whatIsNotReadyInTimeIsNamed() {
        StartPlan plan = new StartPlan()
                .add(step("database", Set.of(), () -> true))
                .add(step("gateway", Set.of("database"), () -> false));

        assertThatThrownBy(() -> plan.run(Duration.ofMillis(400), this))
                .isInstanceOf(SuiteException.class)
                .hasMessageContaining("gateway")
                .hasMessageNotContaining("database,");
    }

    private StartPlan.Step step(String name, Set<String> after, BooleanSupplier isReady) {
        return new StartPlan.Step(name, after, () -> story.add("begin " + name), isReady);
    }

    @Override
    public void ready(String step) {
        story.add("ready " + step);
    }

    @Override
    public void waiting() {}
}
