package io.milliwatt.irrigation.adapter.view;

import io.milliwatt.irrigation.adapter.db.BriefingTable;
import io.milliwatt.irrigation.adapter.db.Farm;
import io.milliwatt.irrigation.adapter.db.SoilReadingTable;
import io.milliwatt.irrigation.adapter.db.SoilReadingTable.Latest;
import io.milliwatt.irrigation.adapter.desk.HealthBook;
import io.milliwatt.irrigation.adapter.view.ProbeView.DepthView;
import io.milliwatt.irrigation.briefing.LinesTold;
import io.milliwatt.irrigation.briefing.RainTold;
import io.milliwatt.irrigation.probe.Battery;
import io.milliwatt.irrigation.probe.Probe;
import io.milliwatt.irrigation.probe.ProbeDepth;
import io.milliwatt.irrigation.probe.ReadingFlag;
import io.milliwatt.irrigation.probe.Verdict;
import io.milliwatt.irrigation.reason.Reason;
import io.milliwatt.irrigation.reason.ReasonCode;
import io.milliwatt.irrigation.site.Position;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Puts together what pages see of probes. */
@ApplicationScoped
public class ProbeViews {

    private static final double PERMILLE_PER_PERCENT = 10;
    private static final double CENTI = 100;
    private static final int MILLIMETRES_PER_CENTIMETRE = 10;
    /** A step may be water that nobody told of: shown, and used all the same. */
    private static final Set<String> USED = Set.of("ok", Verdict.STEPPED.label());

    private final SoilReadingTable readings;
    private final HealthBook book;
    private final BriefingTable briefing;
    private final Clock clock;
    private final Duration silentAfter;

    ProbeViews(
            SoilReadingTable readings,
            HealthBook book,
            BriefingTable briefing,
            Clock clock,
            @ConfigProperty(name = "milliwatt.silence-after", defaultValue = "26h") Duration silentAfter) {
        this.readings = readings;
        this.book = book;
        this.briefing = briefing;
        this.clock = clock;
        this.silentAfter = silentAfter;
    }

    public List<ProbeView> of(Farm farm, Collection<Probe> wanted) {
        if (wanted.isEmpty()) {
            return List.of();
        }
        Map<Long, Latest> latest =
                readings.latest(wanted.stream().map(Probe::node).toList());
        return of(farm, wanted, latest, briefing.lines(latest.keySet()), briefing.rain(latest.keySet()));
    }

    /**
     * For lists of zones, which do not show what their nodes were told.
     *
     * @param latest the newest readings of their nodes, as far as there are any
     */
    List<ProbeView> withoutBriefing(Farm farm, Collection<Probe> wanted, Map<Long, Latest> latest) {
        return of(farm, wanted, latest, Map.of(), Map.of());
    }

    private List<ProbeView> of(
            Farm farm,
            Collection<Probe> wanted,
            Map<Long, Latest> latest,
            Map<Long, LinesTold> lines,
            Map<Long, RainTold> rain) {
        return wanted.stream()
                .map(probe -> view(
                        farm,
                        probe,
                        Optional.ofNullable(latest.get(probe.node())),
                        BriefingView.of(
                                Optional.ofNullable(lines.get(probe.node())),
                                Optional.ofNullable(rain.get(probe.node())))))
                .toList();
    }

    private ProbeView view(Farm farm, Probe probe, Optional<Latest> latest, BriefingView told) {
        Instant now = clock.instant();
        Judged judged = new Judged(
                probe, book.of(probe.id()).filter(verdict -> !verdict.judgedAt().isBefore(probe.installedAt())), now);
        List<DepthView> depths =
                latest.map(reading -> depths(probe, reading, judged)).orElse(List.of());
        boolean moved = judged.moved()
                || latest.filter(reading -> liesElsewhere(probe, reading)).isPresent();
        boolean silent = latest.map(reading -> reading.at().plus(silentAfter).isBefore(now))
                .orElse(true);
        List<Reason> reasons = reasons(latest, moved && !judged.moved(), silent, now);
        reasons.addAll(judged.reasons());
        String verdict = moved
                ? "moved"
                : depths.stream()
                        .map(DepthView::verdict)
                        .filter(said -> !said.equals("ok"))
                        .findFirst()
                        .orElse("ok");
        boolean good = depths.stream().anyMatch(depth -> USED.contains(depth.verdict()));
        return new ProbeView(
                probe.id(),
                farm.probeName(probe.id()),
                probe.zoneId(),
                probe.node(),
                probe.depths().stream()
                        .map(depth -> depth.depthCentimetres() * MILLIMETRES_PER_CENTIMETRE)
                        .toList(),
                probe.installedAt(),
                probe.position().map(Position::latitudeDegrees),
                probe.position().map(Position::longitudeDegrees),
                probe.depths().stream().anyMatch(depth -> depth.calibration().isPresent())
                        ? "soil-specific"
                        : "factory",
                health(silent, moved, verdict, good, reasons),
                verdict,
                ReasonView.all(reasons),
                latest.map(Latest::batteryMillivolts).orElse(java.util.OptionalLong.empty()),
                latest.map(Latest::at),
                !silent && !moved && good,
                latest.map(Latest::daysToRefillTenths)
                        .filter(tenths -> tenths.isPresent())
                        .map(tenths -> OptionalDouble.of(tenths.getAsLong() / 10.0))
                        .orElse(OptionalDouble.empty()),
                told,
                depths,
                OptionalInt.empty(),
                OptionalInt.empty(),
                List.of(),
                judged.at());
    }

    private static String health(boolean silent, boolean moved, String verdict, boolean good, List<Reason> reasons) {
        if (silent) {
            return "silent";
        }
        if (moved || !good) {
            return "bad";
        }
        return verdict.equals("ok") && reasons.isEmpty() ? "good" : "watch";
    }

    private static List<DepthView> depths(Probe probe, Latest reading, Judged judged) {
        List<DepthView> depths = new ArrayList<>();
        for (int channel = 0; channel < reading.depthsMillimetres().size(); channel++) {
            Long content = reading.waterContentPermille().get(channel);
            Long temperature = reading.temperatureCentidegrees().get(channel);
            Set<ReadingFlag> flags =
                    ReadingFlag.ofBits(reading.flags().get(channel).intValue());
            Optional<ProbeDepth> sensor = probe.channel(channel);
            double percent = content == null ? Double.NaN : content / PERMILLE_PER_PERCENT;
            depths.add(new DepthView(
                    reading.depthsMillimetres().get(channel),
                    sensor.filter(known -> content != null)
                            .flatMap(known -> known.content(percent))
                            .map(known -> OptionalDouble.of(known.fraction()))
                            .orElse(OptionalDouble.empty()),
                    temperature == null ? OptionalDouble.empty() : OptionalDouble.of(temperature / CENTI),
                    reading.at(),
                    flags.stream().sorted().map(ReadingFlag::label).toList(),
                    content == null ? "dead" : judged.verdict(channel, verdict(flags))));
        }
        return depths;
    }

    private static String verdict(Set<ReadingFlag> flags) {
        return flags.stream()
                .sorted()
                .filter(ReadingFlag::excludes)
                .findFirst()
                .map(ProbeViews::verdict)
                .orElse("ok");
    }

    private static String verdict(ReadingFlag flag) {
        return switch (flag) {
            case RANGE -> "out-of-range";
            case FROZEN -> "frozen";
            case RISE_WITHOUT_RAIN -> "disagrees";
            case SPIKE -> "spiking";
            case BREAK -> "moved";
            case PLATEAU_LOW -> "dead";
            case SATURATED -> "saturated";
            case STUCK -> "flat";
            case DRIFT -> "drifting";
            case BATTERY_BIAS -> "battery-low";
            case GAP -> "gap";
        };
    }

    private static boolean liesElsewhere(Probe probe, Latest reading) {
        return !reading.depthsMillimetres().stream()
                .map(depth -> Math.toIntExact(depth / MILLIMETRES_PER_CENTIMETRE))
                .toList()
                .equals(probe.depths().stream()
                        .map(ProbeDepth::depthCentimetres)
                        .toList());
    }

    private static List<Reason> reasons(Optional<Latest> latest, boolean moved, boolean silent, Instant now) {
        List<Reason> reasons = new ArrayList<>();
        if (latest.isEmpty()) {
            reasons.add(Reason.of(ReasonCode.PROBE_NEVER_HEARD));
            return reasons;
        }
        Latest reading = latest.get();
        if (silent) {
            reasons.add(Reason.of(ReasonCode.SILENT)
                    .with("hours", Duration.between(reading.at(), now).toHours()));
        }
        if (moved) {
            reasons.add(
                    Reason.of(ReasonCode.PROBE_MOVED).with("from", reading.at().toString()));
        }
        reading.batteryMillivolts().stream()
                .mapToObj(Battery::new)
                .filter(Battery::low)
                .map(Battery::reason)
                .forEach(reasons::add);
        for (int channel = 0; channel < reading.flags().size(); channel++) {
            double centimetres = reading.depthsMillimetres().get(channel) / (double) MILLIMETRES_PER_CENTIMETRE;
            if (reading.waterContentPermille().get(channel) == null) {
                reasons.add(Reason.of(ReasonCode.SENSOR_DEAD).with("depthCentimetres", centimetres));
            }
            ReadingFlag.ofBits(reading.flags().get(channel).intValue()).stream()
                    .sorted()
                    .filter(ReadingFlag::excludes)
                    .forEach(flag -> reasons.add(Reason.of(ReasonCode.READING_FLAGGED)
                            .with("flag", flag.label())
                            .with("why", flag.reason())
                            .with("depthCentimetres", centimetres)));
        }
        return reasons;
    }
}
