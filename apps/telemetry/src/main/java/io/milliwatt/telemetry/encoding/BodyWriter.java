package io.milliwatt.telemetry.encoding;

import com.fasterxml.jackson.dataformat.cbor.CBORGenerator;
import io.milliwatt.telemetry.Acknowledgement;
import io.milliwatt.telemetry.Beats;
import io.milliwatt.telemetry.Command;
import io.milliwatt.telemetry.Event;
import io.milliwatt.telemetry.Features;
import io.milliwatt.telemetry.FrameBody;
import io.milliwatt.telemetry.LearningUpdate;
import io.milliwatt.telemetry.MissingFragments;
import io.milliwatt.telemetry.ModelOffer;
import io.milliwatt.telemetry.SensorVitals;
import io.milliwatt.telemetry.SoilReading;
import io.milliwatt.telemetry.Status;
import io.milliwatt.telemetry.UnknownBody;
import io.milliwatt.telemetry.UpdateState;
import io.milliwatt.telemetry.ValveState;
import io.milliwatt.telemetry.WaveformBlock;
import java.io.IOException;
import java.io.OutputStream;

/** Bodies to CBOR maps in deterministic encoding; the key numbers are those of frame.md. */
@SuppressWarnings("EnumOrdinal") // the contract numbers these enums in their order of declaration
final class BodyWriter {
    private BodyWriter() {}

    static void write(CBORGenerator generator, FrameBody body) throws IOException {
        MapWriter map = new MapWriter();
        switch (body) {
            case Status status -> status(map, status);
            case Features features -> features(map, features);
            case Event event -> event(map, event);
            case WaveformBlock block -> waveformBlock(map, block);
            case SoilReading reading -> SoilBodies.write(map, reading);
            case ValveState valve -> SoilBodies.write(map, valve);
            case UpdateState state -> updateState(map, state);
            case LearningUpdate update ->
                map.integer(0, update.recipeId())
                        .integer(1, update.recipeVersion())
                        .integer(2, update.stateKind())
                        .bytes(3, update.state());
            case Acknowledgement acknowledgement ->
                map.integer(0, acknowledgement.boot())
                        .integer(1, acknowledgement.sequence())
                        .integer(2, acknowledgement.outcome().ordinal());
            case Command command -> command(map, command);
            case ModelOffer offer -> modelOffer(map, offer);
            case MissingFragments missing ->
                map.integer(0, missing.updateId())
                        .integer(1, missing.fragments())
                        .integer(2, missing.firstMissing())
                        .bytes(3, missing.bitmap());
            case Beats beats -> HeartBodies.write(map, beats);
            case SensorVitals vitals -> HeartBodies.write(map, vitals);
            case UnknownBody unknown -> {
                generator.flush();
                ((OutputStream) generator.getOutputTarget())
                        .write(unknown.encoded().toByteArray());
                return;
            }
        }
        map.writeTo(generator);
    }

    private static void status(MapWriter map, Status status) {
        map.integer(0, status.domain().number())
                .integer(1, status.uptimeSeconds())
                .integer(2, status.batteryMillivolts())
                .integer(3, status.temperatureCentidegrees())
                .integer(4, status.heldFrames())
                .integer(5, status.droppedFrames())
                .integer(6, status.modelId())
                .integer(7, status.modelVersion());
        status.bundleDigest().ifPresent(digest -> map.bytes(8, digest));
        map.integer(9, status.flags());
        status.ledger().ifPresent(ledger -> map.integers(10, ledger.counts()));
        status.patient().ifPresent(told -> HeartBodies.write(map, told));
    }

    private static void features(MapWriter map, Features features) {
        map.integer(0, features.recipeId())
                .integer(1, features.recipeVersion())
                .integers(2, features.values())
                .integer(3, features.qualityFlags())
                .integer(4, features.verdict())
                .integer(5, features.probability())
                .integer(6, features.modelVersion());
    }

    private static void event(MapWriter map, Event event) {
        map.integer(0, event.eventClass())
                .integer(1, event.probability())
                .integer(2, event.urgency().ordinal())
                .integer(3, event.onset() ? 1 : 0);
        if (!event.values().isEmpty()) {
            map.integers(4, event.values());
        }
    }

    private static void waveformBlock(MapWriter map, WaveformBlock block) {
        map.integer(0, block.channel())
                .integer(1, block.sampleRateMillihertz())
                .integer(2, block.startTime().toEpochMilli())
                .integer(3, block.nanoUnitsPerCount())
                .integer(4, block.unit())
                .integer(5, block.encoding().ordinal())
                .bytes(6, block.samples())
                .integer(7, block.sampleCount())
                .integer(8, block.captureId())
                .integer(9, block.blockIndex())
                .integer(10, block.blocksInCapture())
                .integer(11, block.qualityFlags());
    }

    private static void command(MapWriter map, Command command) {
        map.integer(0, command.number()).integer(1, command.argument());
        if (!command.values().isEmpty()) {
            map.integers(2, command.values());
        }
    }

    private static void updateState(MapWriter map, UpdateState state) {
        map.integer(0, state.slot())
                .integer(1, state.state().ordinal())
                .integer(2, state.modelId())
                .integer(3, state.modelVersion())
                .integer(4, state.reason())
                .integer(5, state.blocksReceived());
    }

    private static void modelOffer(MapWriter map, ModelOffer offer) {
        map.integer(0, offer.updateId())
                .integer(1, offer.modelId())
                .integer(2, offer.modelVersion())
                .integer(3, offer.bundleBytes())
                .bytes(4, offer.bundleDigest())
                .integer(5, offer.fragmentBytes())
                .integer(6, offer.healthyWindows());
    }
}
