package io.milliwatt.training.pipeline;

/** Told what is being done, for a person who waits. */
@FunctionalInterface
public interface Progress {
    /**
     * @param what such as "reading 105.mat"
     * @param done steps finished, 0 to {@code total}
     */
    void step(String what, int done, int total);

    static Progress silent() {
        return (what, done, total) -> {};
    }
}
