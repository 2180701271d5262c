package io.milliwatt.runtime.soil;

import io.milliwatt.dsp.fixedpoint.soil.DepthHistory;
import io.milliwatt.dsp.fixedpoint.soil.DepthQuality;
import io.milliwatt.dsp.fixedpoint.soil.FutureRain;
import io.milliwatt.dsp.fixedpoint.soil.HourlyRain;
import io.milliwatt.dsp.fixedpoint.soil.SoilQualityRule;
import io.milliwatt.dsp.fixedpoint.soil.Water;
import io.milliwatt.runtime.bundle.Bundle;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A soil watched, reading by reading, with a bundle: quality, days, forecast, need; bit for bit what a node tells ({@code mw_soil},
 * {@code soil.md}, "The chain"). One chain serves one node, from one thread.
 */
public final class SoilChain {

    private static final long SECONDS_PER_HOUR = 3_600;
    private static final int HOURS_PER_DAY = 24;
    private static final int SECONDS_PER_MINUTE = 60;
    private static final int MOST_MISSED_DAYS = 8;
    private static final int UNITS_PER_TENTH_MILLIMETRE = 1_000;

    private final SoilForecaster forecaster;
    private final SoilSettings settings;
    private final SoilDays days;
    private final List<DepthQuality> quality = new ArrayList<>();
    private final List<DepthDay> underWay = new ArrayList<>();
    private final SiteDayUnderWay site = new SiteDayUnderWay();
    private final HourlyRain rain = new HourlyRain();
    private final Reporting reporting;
    private final int[] flags;
    private final List<OptionalInt> refillLines = new ArrayList<>();
    private final List<OptionalInt> fullLines = new ArrayList<>();
    private boolean begun;
    private long lastSeconds;
    private long hour;
    private FutureRain future = FutureRain.UNKNOWN;
    private long futureFrom;
    private int daysTenths = -1;
    private int needTenths;

    /**
     * Nothing is known of this soil yet.
     *
     * @throws IllegalArgumentException if the bundle is not a soil's
     */
    public SoilChain(Bundle bundle, SoilSettings settings) {
        forecaster = new SoilForecaster(bundle);
        this.settings = settings;
        int count = settings.depths().size();
        days = new SoilDays(
                settings.depths().stream().mapToInt(SoilDepth::millimetres).toArray(), settings.latitudeCentidegrees());
        SoilQualityRule rule = forecaster.quality();
        for (SoilDepth depth : settings.depths()) {
            quality.add(new DepthQuality(
                    rule, depth.millimetres(), depth.saturated().orElse(rule.saturated())));
            underWay.add(new DepthDay());
            refillLines.add(depth.refill());
            fullLines.add(depth.full());
        }
        reporting = new Reporting(forecaster.rule(), count);
        flags = new int[count];
    }

    /**
     * Rain forecast for seven days.
     *
     * @param firstDay of the seven, as days since 1970-01-01 in the node's standard time
     */
    public void expectRain(FutureRain rainToCome, long firstDay) {
        future = rainToCome;
        futureFrom = firstDay;
        conclude();
    }

    /**
     * Lines of a depth from now on, 0.01 % by volume; need is concluded anew.
     *
     * @param refill below {@code full}
     * @param full at most 10,000
     */
    public void setLines(int index, int refill, int full) {
        SoilDepth set = SoilDepth.withLines(settings.depths().get(index).millimetres(), refill, full);
        refillLines.set(index, set.refill());
        fullLines.set(index, set.full());
        conclude();
    }

    /**
     * Takes a reading.
     *
     * @return empty for one that is not newer than the last, or of other depths than were set up, which changes nothing
     */
    public Optional<SoilStatus> accept(ProbeReading reading) {
        short[] water = reading.water();
        if (begun && reading.epochSeconds() <= lastSeconds || water.length != quality.size()) {
            return Optional.empty();
        }
        long newHour = Math.floorDiv(
                reading.epochSeconds() + (long) settings.utcOffsetMinutes() * SECONDS_PER_MINUTE, SECONDS_PER_HOUR);
        long passed = begun ? newHour - hour : 0;
        boolean gap = begun
                && reading.epochSeconds() - lastSeconds
                        > (long) forecaster.quality().gapMinutes() * SECONDS_PER_MINUTE;
        boolean dayEnded = begun && Math.floorDiv(newHour, HOURS_PER_DAY) > day();
        if (dayEnded) {
            endDays(Math.floorDiv(newHour, HOURS_PER_DAY));
        }
        hour = newHour;
        lastSeconds = reading.epochSeconds();
        begun = true;
        rain.advance(passed);
        rain.add(reading.rainTenths());
        site.add(reading.rainTenths(), reading.air());
        judge(reading, water, passed, gap);
        if (dayEnded) {
            conclude();
        }
        boolean report = reporting.isDue(reading.epochSeconds(), water, flags, daysTenths);
        return Optional.of(new SoilStatus(
                Arrays.stream(flags).boxed().toList(),
                dayEnded,
                daysTenths < 0 ? OptionalInt.empty() : OptionalInt.of(daysTenths),
                needTenths,
                report));
    }

    /** Days since 1970-01-01 of the newest reading, in the node's standard time. */
    public long day() {
        return Math.floorDiv(hour, HOURS_PER_DAY);
    }

    private void judge(ProbeReading reading, short[] water, long passed, boolean gap) {
        short[] soil = reading.soil();
        int lowest = forecaster.quality().lowBattery();
        boolean low = reading.batteryMillivolts() > 0 && reading.batteryMillivolts() < lowest;
        for (int i = 0; i < water.length; i++) {
            flags[i] = quality.get(i)
                    .accept(
                            water[i],
                            new DepthQuality.Surroundings(
                                    passed, gap, rain.sum(), reading.rainTenths(), soil[i], low, days.othersMoved(i)),
                            days.depth(i));
            if (Water.known(water[i]) && (flags[i] & forecaster.qualityMask()) == 0) {
                underWay.get(i).addWater(water[i], hour);
            }
            underWay.get(i).addSoil(soil[i]);
        }
    }

    private void endDays(long newDay) {
        long missed = Math.min(MOST_MISSED_DAYS, newDay - day());
        for (long each = newDay - missed; each < newDay; each++) {
            // After a long silence the first of the days told is not the one that was under way; its readings are too
            // old to matter.
            boolean known = each == day();
            short[] water = new short[underWay.size()];
            short[] soil = new short[underWay.size()];
            for (int i = 0; i < water.length; i++) {
                DepthDay depth = underWay.get(i);
                water[i] = known ? depth.water(forecaster.quality().hoursOfDay()) : Water.MISSING;
                soil[i] = known ? depth.soil() : Water.MISSING;
                depth.begin();
            }
            days.end(site.end(LocalDate.ofEpochDay(each).getDayOfYear()), water, soil);
        }
    }

    /** The forecast of a depth; empty while too few days are known, or the last one is not. */
    public Optional<DepthForecast> forecast(int index) {
        FutureRain known = futureFromTomorrow();
        return days.features(index, known).map(features -> {
            List<Integer> changes = forecaster.changes(features);
            List<Integer> dry = changesIfDry(index);
            var spread = forecaster.rule().spreadAt(settings.depths().get(index).millimetres());
            return new DepthForecast(
                    days.depth(index).day(0),
                    changes,
                    dry,
                    known.isKnown() ? spread.rainKnown() : spread.rainUnknown());
        });
    }

    /** What the model would be given; empty as {@link #forecast} is. */
    public Optional<short[]> inputs(int index, FutureRain rainToCome) {
        return days.features(index, rainToCome);
    }

    private List<Integer> changesIfDry(int index) {
        return forecaster.changes(days.features(index, FutureRain.DRY).orElseThrow());
    }

    /** The newest day that ended is yesterday; rain counts from the day after it, today, on. */
    private FutureRain futureFromTomorrow() {
        long skipped = day() - futureFrom;
        if (!future.isKnown() || skipped < 0 || skipped > FutureRain.MOST_SKIPPED) {
            return FutureRain.UNKNOWN;
        }
        return future.skipping((int) skipped);
    }

    /** Days to the refill line and the water needed, of the depths that have a forecast. */
    private void conclude() {
        long now = 0;
        long refill = 0;
        long[] later = new long[forecaster.rule().multipliers().size()];
        long missing = 0;
        boolean any = false;
        for (int i = 0; i < quality.size(); i++) {
            int thickness = settings.thickness(i);
            DepthHistory depth = days.depth(i);
            if (!depth.ready() || thickness == 0) {
                continue;
            }
            any = true;
            List<Integer> dry = changesIfDry(i);
            now += (long) depth.day(0) * thickness;
            refill += (long) line(refillLines.get(i), depth, forecaster.rule().refillShareQ8()) * thickness;
            for (int h = 0; h < later.length; h++) {
                later[h] += (long) (depth.day(0) + dry.get(h)) * thickness;
            }
            int full = line(fullLines.get(i), depth, forecaster.rule().fullShareQ8());
            missing += (long) Math.max(0, full - depth.day(0)) * thickness;
        }
        daysTenths = any ? DaysToRefill.tenths(now, later, refill) : -1;
        boolean due = any && daysTenths <= forecaster.rule().leadTenths();
        needTenths = due ? (int) Math.min(65_535, missing / UNITS_PER_TENTH_MILLIMETRE) : 0;
    }

    /** As set, or a share of the range between the driest and the wettest day. */
    private static int line(OptionalInt set, DepthHistory depth, int shareQ8) {
        return set.orElse(depth.lowest() + ((depth.highest() - depth.lowest()) * shareQ8 >> 8));
    }

    /** Flags of the newest reading. */
    public int flags(int index) {
        return flags[index];
    }

    /** Flags that keep a reading out of days and decisions. */
    public boolean excludes(int bits) {
        return (bits & forecaster.qualityMask()) != 0;
    }
}
