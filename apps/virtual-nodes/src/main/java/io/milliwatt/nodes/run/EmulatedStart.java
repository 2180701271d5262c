package io.milliwatt.nodes.run;

import io.milliwatt.firmware.NodeConfiguration;
import io.milliwatt.nodes.emulator.BoardFiles;
import io.milliwatt.nodes.emulator.EmulatedNode;
import io.milliwatt.nodes.emulator.Emulator;
import io.milliwatt.nodes.fleet.NodeScenario;
import io.milliwatt.nodes.signal.SensorSignal;
import java.nio.file.Path;

/** Starts a node's firmware on the emulated board with what its flash still holds. */
final class EmulatedStart implements EmulatedNode.Provisioning {
    /** The UART carries some 10 kB/s: captures only on request, and a store that the board's RAM holds. */
    private static final int FRAME_STORE_BYTES = 64 << 10;

    private static final int FEATURES_EACH_WINDOW = 1;
    private static final int CAPTURES_ON_REQUEST = 0;
    private static final int CAPTURE_BLOCKS = 1;

    private final NodeScenario scenario;
    private final byte[] key;
    private final NodeMemory memory;
    private final NodeModels models;
    private final int shaftSpeedMilliHertz;
    private final BoardFiles files;
    private final Path program;

    EmulatedStart(
            NodeScenario scenario,
            byte[] key,
            NodeMemory memory,
            NodeModels models,
            SensorSignal signal,
            Path folder,
            Path program) {
        this.scenario = scenario;
        this.key = key;
        this.memory = memory;
        this.models = models;
        this.program = program;
        files = new BoardFiles(folder);
        files.layOutFlash(models.factory());
        files.layOutSamples(signal);
        shaftSpeedMilliHertz = (int) Math.round(1000 * signal.shaftSpeedHz());
    }

    @Override
    public Emulator start(boolean afterFault) {
        NodeConfiguration configuration = MachineSensor.configuration(scenario, memory.nextBoot(), key)
                .withShaftSpeed(shaftSpeedMilliHertz)
                .withStoreAndIntervals(FRAME_STORE_BYTES, FEATURES_EACH_WINDOW, CAPTURES_ON_REQUEST, CAPTURE_BLOCKS);
        files.configure(configuration, models.signers(), afterFault, System.currentTimeMillis());
        return Emulator.start(program, files.folder());
    }
}
