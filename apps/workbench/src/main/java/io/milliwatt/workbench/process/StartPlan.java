package io.milliwatt.workbench.process;

import io.milliwatt.workbench.SuiteException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;

/**
 * Starts what depends on each other as early as possible: every step begins once those it comes after are ready, so
 * independent ones start side by side.
 */
public final class StartPlan {
    private static final Duration PAUSE = Duration.ofMillis(150);

    private final List<Step> steps = new ArrayList<>();

    /**
     * One thing to start.
     *
     * @param after names of the steps that must be ready before
     * @param begin starts it and returns at once
     * @param isReady asked again and again until it says yes
     */
    public record Step(String name, Set<String> after, Runnable begin, BooleanSupplier isReady) {
        public Step {
            after = Set.copyOf(after);
        }
    }

    /** Hears how the start goes on. */
    public interface Listener {
        void ready(String step);

        /** Called several times a second while there is something to wait for; may fail to end the start. */
        void waiting();
    }

    public StartPlan add(Step step) {
        steps.add(step);
        return this;
    }

    public List<String> names() {
        return steps.stream().map(Step::name).toList();
    }

    /** Returns when every step is ready; fails after {@code patience} with the names of those that are not. */
    public void run(Duration patience, Listener listener) throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        Set<String> begun = new HashSet<>();
        Set<String> ready = new HashSet<>();
        while (ready.size() < steps.size()) {
            for (Step step : steps) {
                if (!begun.contains(step.name()) && ready.containsAll(step.after())) {
                    step.begin().run();
                    begun.add(step.name());
                }
                if (begun.contains(step.name())
                        && !ready.contains(step.name())
                        && step.isReady().getAsBoolean()) {
                    ready.add(step.name());
                    listener.ready(step.name());
                }
            }
            listener.waiting();
            if (System.nanoTime() > deadline && ready.size() < steps.size()) {
                throw new SuiteException("Not ready after " + patience.toSeconds() + " s: "
                        + String.join(
                                ", ",
                                names().stream()
                                        .filter(name -> !ready.contains(name))
                                        .toList())
                        + "; the logs folder of the data directory tells more.");
            }
            Thread.sleep(PAUSE);
        }
    }
}
