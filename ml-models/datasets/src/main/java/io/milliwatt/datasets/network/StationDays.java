package io.milliwatt.datasets.network;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;

/** A climate station's days without a gap between the first and the last; a value that was not measured is NaN. */
public final class StationDays {

    /** What a station measures once a day. */
    public enum Quantity {
        /** mm. */
        RAIN("p_daily_calc"),
        /** °C. */
        AIR_MAXIMUM("t_daily_max"),
        /** °C. */
        AIR_MINIMUM("t_daily_min"),
        /** °C. */
        AIR_MEAN("t_daily_avg"),
        /** MJ/m². */
        SOLAR("solarad_daily"),
        /** Per cent. */
        HUMIDITY("rh_daily_avg");

        private final String column;

        Quantity(String column) {
            this.column = column;
        }

        String column() {
            return column;
        }
    }

    /** Depths of the sensors, in the order of {@link #moisture} and {@link #soilTemperature}. */
    private static final int[] DEPTHS_CENTIMETRES = {5, 10, 20, 50, 100};

    private final String station;
    private final double latitudeDegrees;
    private final double longitudeDegrees;
    private final LocalDate start;
    private final int length;
    private final Map<Quantity, double[]> quantities = new EnumMap<>(Quantity.class);
    private final double[][] moisture;
    private final double[][] soilTemperature;

    StationDays(String station, double latitudeDegrees, double longitudeDegrees, LocalDate start, LocalDate end) {
        this.station = station;
        this.latitudeDegrees = latitudeDegrees;
        this.longitudeDegrees = longitudeDegrees;
        this.start = start;
        length = (int) ChronoUnit.DAYS.between(start, end) + 1;
        for (Quantity quantity : Quantity.values()) {
            quantities.put(quantity, missing());
        }
        moisture = new double[DEPTHS_CENTIMETRES.length][];
        soilTemperature = new double[DEPTHS_CENTIMETRES.length][];
        for (int depth = 0; depth < DEPTHS_CENTIMETRES.length; depth++) {
            moisture[depth] = missing();
            soilTemperature[depth] = missing();
        }
    }

    /** Depths of the sensors in cm, from the top down. */
    public static int[] depthsCentimetres() {
        return DEPTHS_CENTIMETRES.clone();
    }

    /** Its number in the network (WBAN). */
    public String station() {
        return station;
    }

    public double latitudeDegrees() {
        return latitudeDegrees;
    }

    public double longitudeDegrees() {
        return longitudeDegrees;
    }

    public LocalDate start() {
        return start;
    }

    /** Days from the first to the last. */
    public int length() {
        return length;
    }

    public LocalDate date(int day) {
        return start.plusDays(day);
    }

    /** By the day; the array is the caller's own. */
    public double[] of(Quantity quantity) {
        return quantities.get(quantity).clone();
    }

    /**
     * Water content by the day, m³/m³; the array is the caller's own.
     *
     * @param depth index into {@link #depthsCentimetres}
     */
    public double[] moisture(int depth) {
        return moisture[depth].clone();
    }

    /** Soil temperature by the day, °C, at the same depths. */
    public double[] soilTemperature(int depth) {
        return soilTemperature[depth].clone();
    }

    void put(LocalDate date, Quantity quantity, double value) {
        quantities.get(quantity)[index(date)] = value;
    }

    void putMoisture(LocalDate date, int depth, double fraction) {
        moisture[depth][index(date)] = fraction;
    }

    void putSoilTemperature(LocalDate date, int depth, double celsius) {
        soilTemperature[depth][index(date)] = celsius;
    }

    private int index(LocalDate date) {
        return (int) ChronoUnit.DAYS.between(start, date);
    }

    private double[] missing() {
        double[] values = new double[length];
        Arrays.fill(values, Double.NaN);
        return values;
    }
}
