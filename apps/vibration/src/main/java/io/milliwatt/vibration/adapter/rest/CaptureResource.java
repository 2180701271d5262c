package io.milliwatt.vibration.adapter.rest;

import io.milliwatt.dsp.signal.Signal;
import io.milliwatt.dsp.signal.SignalUnit;
import io.milliwatt.dsp.spectrum.Spectrum;
import io.milliwatt.dsp.vibration.FaultLine;
import io.milliwatt.platform.problems.ProblemException;
import io.milliwatt.platform.security.Roles;
import io.milliwatt.platform.storage.Capture;
import io.milliwatt.platform.storage.WaveformReader;
import io.milliwatt.telemetry.WaveformBlock;
import io.milliwatt.vibration.adapter.kafka.CaptureRequests;
import io.milliwatt.vibration.adapter.view.Views;
import io.milliwatt.vibration.diagnosis.CapturedSignal;
import io.milliwatt.vibration.machine.Machine;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

/** The newest captured signal of a machine and what it shows. */
@Path("/api/machines/{id}")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.VIEWER, Roles.TECHNICIAN})
@Tag(name = "captures")
public class CaptureResource {

    /** Nodes number their sensors from 0; vibration nodes have one. */
    private static final long CHANNEL = 0;

    private final KnownMachines known;
    private final WaveformReader waveforms;
    private final Views views;
    private final CaptureRequests requests;

    CaptureResource(KnownMachines known, WaveformReader waveforms, Views views, CaptureRequests requests) {
        this.known = known;
        this.waveforms = waveforms;
        this.views = views;
        this.requests = requests;
    }

    /** Samples in their unit. */
    public record WaveformView(Instant capturedAt, double sampleRateHz, String unit, float[] samples) {}

    /** Peak amplitudes from 0 Hz on. */
    public record SpectrumView(Instant capturedAt, String unit, double frequencyStepHz, float[] amplitude) {}

    /** Peak amplitudes of the envelope from 0 Hz on, with the lines at the bearing's fault frequencies. */
    public record EnvelopeView(
            Instant capturedAt,
            String unit,
            double frequencyStepHz,
            float[] amplitude,
            double shaftSpeedRpm,
            List<LineView> lines) {}

    /** {@code heightAboveFloor} is a ratio to the local median; about 1 to 3 where there is no line. */
    public record LineView(String name, int harmonic, double frequencyHz, double amplitude, double heightAboveFloor) {
        static LineView of(FaultLine line) {
            return new LineView(
                    line.frequency().name(),
                    line.harmonic(),
                    line.frequencyHz(),
                    line.amplitude(),
                    line.heightAboveFloor());
        }
    }

    /** The capture that the node was asked for. */
    public record CaptureRequested(long captureId) {}

    @GET
    @Path("waveform")
    @Operation(summary = "The newest captured signal")
    public WaveformView waveform(String id) {
        Capture capture = latest(known.get(id));
        return new WaveformView(
                capture.capturedAt(), capture.sampleRateHz(), unit(capture).symbol(), floats(capture.samples()));
    }

    @GET
    @Path("spectrum")
    @Operation(summary = "Amplitude spectrum of the newest captured signal")
    public SpectrumView spectrum(String id) {
        CapturedSignal captured = captured(known.get(id));
        Spectrum spectrum = captured.spectrum();
        return new SpectrumView(
                captured.capturedAt(), captured.signal().unit().symbol(), spectrum.stepHz(), floats(spectrum.values()));
    }

    @GET
    @Path("envelope")
    @Operation(summary = "Envelope spectrum of the newest captured signal, with the lines of bearing damage")
    public EnvelopeView envelope(String id) {
        Machine machine = known.get(id);
        CapturedSignal captured = captured(machine);
        double speedRpm = views.machine(machine).shaftSpeedRpm();
        var envelope = captured.envelope(machine.bearing().geometry().faultOrders(), speedRpm);
        return new EnvelopeView(
                captured.capturedAt(),
                captured.signal().unit().symbol(),
                envelope.spectrum().stepHz(),
                floats(envelope.spectrum().values()),
                speedRpm,
                envelope.lines().stream().map(LineView::of).toList());
    }

    @POST
    @Path("capture")
    @RolesAllowed(Roles.TECHNICIAN)
    @ResponseStatus(202)
    @Operation(summary = "Ask the node for a capture now; a live message tells when it is there; for technicians")
    public CaptureRequested request(String id) {
        return new CaptureRequested(requests.ask(known.nodeOf(known.get(id))));
    }

    private Capture latest(Machine machine) {
        return waveforms
                .latestCapture(known.nodeOf(machine), CHANNEL)
                .orElseThrow(() -> new ProblemException(
                        404,
                        "capture.none",
                        "The machine '" + machine.id()
                                + "' has sent no waveform yet. Ask for one or wait for the next."));
    }

    private CapturedSignal captured(Machine machine) {
        Capture capture = latest(machine);
        try {
            Signal signal = Signal.of(capture.samples(), capture.sampleRateHz(), unit(capture));
            return new CapturedSignal(signal, capture.capturedAt());
        } catch (IllegalArgumentException unusable) {
            throw new ProblemException(422, "capture.unusable", unusable.getMessage());
        }
    }

    private static SignalUnit unit(Capture capture) {
        if (capture.unit() == WaveformBlock.UNIT_G) {
            return SignalUnit.G;
        }
        return capture.unit() == WaveformBlock.UNIT_METRES_PER_SECOND_SQUARED
                ? SignalUnit.METRES_PER_SECOND_SQUARED
                : SignalUnit.UNKNOWN;
    }

    private static float[] floats(double[] values) {
        float[] floats = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            floats[i] = (float) values[i];
        }
        return floats;
    }
}
