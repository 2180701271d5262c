package io.milliwatt.runtime.model;

import io.milliwatt.runtime.model.network.Network;
import java.nio.ByteBuffer;

/** An int8 or int16 network ({@code bundle.md}, "Networks"). A class's score is its value in the last tensor. */
public record NetworkModel(Network network) implements Model {

    public NetworkModel {
        ModelShape.require(
                network.inputs() <= ModelShape.MAXIMUM_ARRAY_INPUTS,
                "A network has 1 to 4096 inputs, not " + network.inputs() + ".");
    }

    @Override
    public int inputs() {
        return network.inputs();
    }

    @Override
    public int classes() {
        return network.classes();
    }

    @Override
    public int operations() {
        return (int) Math.min(Integer.MAX_VALUE, network.operations());
    }

    @Override
    public void score(short[] inputs, short[] scores) {
        ModelShape.checkLengths(this, inputs, scores);
        System.arraycopy(network.run(inputs), 0, scores, 0, scores.length);
    }

    int encodedLength() {
        return network.encodedLength();
    }

    void write(ByteBuffer out) {
        network.write(out);
    }
}
