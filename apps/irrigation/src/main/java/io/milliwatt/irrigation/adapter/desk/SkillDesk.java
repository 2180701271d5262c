package io.milliwatt.irrigation.adapter.desk;

import io.milliwatt.irrigation.adapter.db.FarmDirectory;
import io.milliwatt.irrigation.adapter.db.SaidForecastTable;
import io.milliwatt.irrigation.adapter.db.SaidForecastTable.ByAccount;
import io.milliwatt.irrigation.adapter.db.SaidForecastTable.ByNode;
import io.milliwatt.irrigation.adapter.db.SensorDayTable;
import io.milliwatt.irrigation.ledger.Account;
import io.milliwatt.irrigation.ledger.Basis;
import io.milliwatt.irrigation.ledger.LedgerDay;
import io.milliwatt.irrigation.ledger.LineKind;
import io.milliwatt.irrigation.probe.Probe;
import io.milliwatt.irrigation.probe.ProbeDepth;
import io.milliwatt.irrigation.probe.SensorDay;
import io.milliwatt.irrigation.skill.Pair;
import io.milliwatt.irrigation.skill.Skill;
import io.milliwatt.irrigation.zone.Zone;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Puts forecasts as they were said beside what came. */
@ApplicationScoped
public class SkillDesk {

    private static final List<Integer> HORIZONS = List.of(1, 3, 7);
    private static final int LOOKED_BACK_DAYS = 365;

    private final FarmDirectory directory;
    private final SaidForecastTable said;
    private final SensorDayTable sensorDays;
    private final AccountDesk accounts;

    SkillDesk(FarmDirectory directory, SaidForecastTable said, SensorDayTable sensorDays, AccountDesk accounts) {
        this.directory = directory;
        this.said = said;
        this.sensorDays = sensorDays;
        this.accounts = accounts;
    }

    /** The node's forecasts of a depth, m³/m³, against the sensor's daily means. */
    public record OfDepth(String probeId, int depthCentimetres, List<Skill> horizons) {}

    /**
     * Of a zone.
     *
     * @param account the account's depletion, mm, against evenings on which the probe or a person had put it right
     */
    public record OfZone(List<OfDepth> nodes, List<Skill> account) {}

    /** What an account says of the days ahead, to be kept. */
    static List<ByAccount> words(Account account) {
        LocalDate today = account.standing().date();
        return HORIZONS.stream()
                .flatMap(horizon -> account.outlook().stream()
                        .filter(day -> day.date().equals(today.plusDays(horizon)))
                        .map(day ->
                                new ByAccount(today, horizon, account.standing().closing(), day.closing())))
                .toList();
    }

    public OfZone of(Zone zone, Instant now) {
        LocalDate from = directory.farm().siteOf(zone).dateAt(now).minusDays(LOOKED_BACK_DAYS);
        List<OfDepth> nodes = new ArrayList<>();
        for (Probe probe : directory.farm().probesOfZone(zone.id())) {
            nodes.addAll(nodes(probe, from));
        }
        return new OfZone(nodes, account(zone, from, now));
    }

    private List<OfDepth> nodes(Probe probe, LocalDate from) {
        List<ByNode> all = said.byNode(probe.id(), from);
        Map<LocalDate, SensorDay> days = sensorDays.of(probe.id(), from, LocalDate.MAX.withYear(9999)).stream()
                .collect(Collectors.toMap(SensorDay::day, Function.identity()));
        List<OfDepth> depths = new ArrayList<>();
        for (int place = 0; place < probe.depths().size(); place++) {
            ProbeDepth depth = probe.depths().get(place);
            List<ByNode> own =
                    all.stream().filter(one -> one.channel() == depth.channel()).toList();
            int at = place;
            depths.add(new OfDepth(
                    probe.id(),
                    depth.depthCentimetres(),
                    HORIZONS.stream()
                            .map(horizon -> Skill.of(
                                    horizon,
                                    own.stream()
                                            .flatMap(one -> pair(one, at, horizon, days).stream())
                                            .toList()))
                            .toList()));
        }
        return depths;
    }

    private static Optional<Pair> pair(ByNode said, int place, int horizon, Map<LocalDate, SensorDay> days) {
        double then = content(days.get(said.day()), place);
        double came = content(days.get(said.day().plusDays(horizon)), place);
        if (Double.isNaN(came - then)) {
            return Optional.empty();
        }
        boolean watered = said.day()
                .plusDays(1)
                .datesUntil(said.day().plusDays(horizon + 1L))
                .anyMatch(day -> days.containsKey(day) && days.get(day).waterMillimetres() > 0);
        return Optional.of(new Pair(said.change(horizon), came - then, watered));
    }

    private static double content(SensorDay day, int place) {
        return day == null || place >= day.waterContent().size()
                ? Double.NaN
                : day.waterContent().get(place);
    }

    private List<Skill> account(Zone zone, LocalDate from, Instant now) {
        Map<LocalDate, LedgerDay> days = accounts.account(zone, now).map(Account::days).orElse(List.of()).stream()
                .collect(Collectors.toMap(LedgerDay::date, Function.identity()));
        List<ByAccount> all = said.byAccount(zone.id(), from);
        return HORIZONS.stream()
                .map(horizon -> Skill.of(
                        horizon,
                        all.stream()
                                .filter(one -> one.horizonDays() == horizon)
                                .flatMap(one -> pair(one, days).stream())
                                .toList()))
                .toList();
    }

    /** Only an evening that somebody measured says what came; the account's own word would praise itself. */
    private static Optional<Pair> pair(ByAccount said, Map<LocalDate, LedgerDay> days) {
        LocalDate evening = said.madeOn().plusDays(said.horizonDays());
        return Optional.ofNullable(days.get(evening))
                .filter(day -> day.basis() instanceof Basis.ByProbe || day.basis() instanceof Basis.ByHand)
                .map(day -> new Pair(
                        said.depletion() - said.standing(),
                        day.closing() - said.standing(),
                        said.madeOn()
                                .datesUntil(evening.plusDays(1))
                                .anyMatch(date ->
                                        days.containsKey(date) && days.get(date).sum(LineKind.IRRIGATION) != 0)));
    }
}
