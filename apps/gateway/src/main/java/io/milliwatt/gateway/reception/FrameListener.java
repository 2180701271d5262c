package io.milliwatt.gateway.reception;

/** Hears each genuine frame once, at its arrival; must not block. */
public interface FrameListener {
    void heard(ReceivedFrame frame);
}
