package io.milliwatt.runtime.heart;

/** Who is told what a {@link HeartChain} finds, in the order in which a node would tell it. */
public interface HeartListener {

    void beat(ClassedBeat beat);

    void event(HeartEvent event);

    /** A second has ended. */
    void second(HeartVitals vitals);
}
