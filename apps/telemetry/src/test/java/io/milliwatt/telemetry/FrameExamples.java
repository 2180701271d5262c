package io.milliwatt.telemetry;

import io.milliwatt.telemetry.authentication.FrameAuthenticator;
import io.milliwatt.telemetry.authentication.NodeKey;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** One frame of every kind, with the extreme values of each field among them. */
public final class FrameExamples {
    private static final long UINT32 = 0xFFFF_FFFFL;

    private FrameExamples() {}

    public static NodeKey key() {
        byte[] bytes = new byte[NodeKey.BYTES];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) i;
        }
        return NodeKey.of(bytes);
    }

    public static FrameAuthenticator authenticator() {
        return new FrameAuthenticator(key());
    }

    public static Frame frame(FrameBody body) {
        return Frame.of(new FrameIdentity(1001, 7, 42), Instant.parse("2026-11-01T12:00:00.123Z"), body);
    }

    public static List<Frame> oneOfEachKind() {
        OptionalLong none = OptionalLong.empty();
        return List.of(
                frame(Status.of(Domain.VIBRATION, 0)),
                frame(new Status(
                        Domain.IRRIGATION,
                        UINT32,
                        OptionalLong.of(3000),
                        OptionalLong.of(-1250),
                        OptionalLong.of(0),
                        OptionalLong.of(UINT32),
                        OptionalLong.of(1),
                        OptionalLong.of(24),
                        Optional.of(Octets.of(new byte[8])),
                        OptionalLong.of(Status.LOCAL_ALARM),
                        Optional.of(new Ledger(List.of(0L, 23L, 24L, Long.MAX_VALUE))),
                        Optional.empty())),
                frame(Status.of(Domain.ECG, 5).withPatient(new PatientTold(UINT32, true))),
                frame(Status.of(Domain.ECG, 5).withPatient(new PatientTold(1, false))),
                frame(Features.withoutVerdict(1, 1, List.of(), Features.WARMING_UP)),
                frame(new Features(
                        1,
                        2,
                        List.of(0L, -1L, 23L, 24L, 255L, 256L, Long.MAX_VALUE, Long.MIN_VALUE),
                        0,
                        OptionalLong.of(3),
                        OptionalLong.of(255),
                        OptionalLong.of(9))),
                frame(new Event(2, 200, Event.Urgency.HIGH, true, List.of())),
                frame(new Event(2, 0, Event.Urgency.INFORMATION, false, List.of(-5L))),
                frame(new WaveformBlock(
                        0,
                        12_000_000,
                        Instant.ofEpochMilli(1_700_000_000_000L),
                        500_000,
                        WaveformBlock.UNIT_G,
                        WaveformBlock.Encoding.INT16_LITTLE_ENDIAN,
                        Octets.of(new byte[] {1, 0, -1, -1}),
                        2,
                        UINT32,
                        0,
                        1,
                        none)),
                frame(SoilReading.of(
                        List.of(SoilReading.AtDepth.of(100, 2550, -50), SoilReading.AtDepth.of(300, 3011, 812)),
                        OptionalLong.of(2900),
                        none)),
                frame(SoilExamples.full()),
                frame(SoilExamples.silentProbe()),
                frame(new ValveState(4, true, ValveState.Cause.COMMAND, UINT32, UINT32, UINT32, UINT32)),
                frame(new ValveState(1, false, ValveState.Cause.NOT_POSSIBLE, 0, 0, 0, 0)),
                frame(new Command(Command.OPEN_VALVE, UINT32, List.of(4L, UINT32, UINT32))),
                frame(new UpdateState(1, UpdateState.Slot.TRIAL, 1, 2, none, OptionalLong.of(17))),
                frame(new LearningUpdate(1, 1, 4, Octets.of(new byte[300]))),
                frame(new Acknowledgement(UINT32, 0, Acknowledgement.Outcome.REFUSED)),
                frame(new Command(Command.CAPTURE_WAVEFORM, 77)),
                frame(new ModelOffer(1, UINT32, 0, 1, Octets.of(new byte[32]), 8, 0)),
                frame(new ModelOffer(UINT32, 1, UINT32, 65_535L * 1024 + 1, Octets.of(new byte[32]), 1024, 65_535)),
                frame(new MissingFragments(1, 65_536, 65_535, Octets.of((byte) 1))),
                frame(new MissingFragments(UINT32, 375, 0, Octets.of(new byte[16]))),
                frame(new Beats(
                        Instant.EPOCH,
                        List.of(
                                new Beats.Beat(0, BeatClass.NORMAL, 0, 0),
                                new Beats.Beat(UINT32, BeatClass.UNCLASSIFIABLE, 255, 255)),
                        UINT32)),
                frame(new SensorVitals(
                        Instant.EPOCH, none, none, none, none, Optional.empty(), none, Optional.empty())),
                frame(new SensorVitals(
                        Instant.ofEpochMilli(1_700_000_000_000L),
                        OptionalLong.of(1000),
                        OptionalLong.of(-1),
                        OptionalLong.of(0),
                        OptionalLong.of(65_535),
                        Optional.of(SensorVitals.Consciousness.UNRESPONSIVE),
                        OptionalLong.of(0),
                        Optional.of(false))),
                frame(new UnknownBody(40, Octets.of((byte) 0xA1, (byte) 0x00, (byte) 0xF5))),
                new Frame(31, new FrameIdentity(UINT32, UINT32, UINT32), Frame.LATEST_TIME, Status.of(Domain.ECG, 5)));
    }
}
