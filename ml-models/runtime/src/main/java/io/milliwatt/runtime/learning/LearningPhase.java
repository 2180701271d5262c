package io.milliwatt.runtime.learning;

/** How far a node has come; the order is that of the numbers in the state. */
public enum LearningPhase {
    /** Finds mean and spread of every input. */
    SCALE,
    /** Finds the centroids; k-means only. */
    CLUSTERS,
    /** Finds how far healthy windows lie from the centroids. */
    THRESHOLD,
    /** Judges; the centroids follow healthy windows. */
    FOLLOWING,
    /** Judges; nothing changes. */
    FROZEN;

    /** Whether there is a baseline to judge by. */
    public boolean isLearnt() {
        return compareTo(FOLLOWING) >= 0;
    }
}
