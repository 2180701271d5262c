package io.milliwatt.energy;

import static io.milliwatt.energy.Constant.BATTERY_MILLIAMP_HOURS;
import static io.milliwatt.energy.Constant.BATTERY_USABLE_SHARE;
import static io.milliwatt.energy.Constant.CLOCK_MEGAHERTZ;
import static io.milliwatt.energy.Constant.CYCLES_PER_INSTRUCTION;
import static io.milliwatt.energy.Constant.FLASH_ERASE_MICROJOULES;
import static io.milliwatt.energy.Constant.FLASH_PROGRAM_NANOJOULES;
import static io.milliwatt.energy.Constant.NANOJOULES_PER_CYCLE;
import static io.milliwatt.energy.Constant.RADIO_FRAME_MICROJOULES;
import static io.milliwatt.energy.Constant.RADIO_RECEIVED_MICROJOULES;
import static io.milliwatt.energy.Constant.RADIO_SENT_MICROJOULES;
import static io.milliwatt.energy.Constant.SAMPLING_MICROAMPS;
import static io.milliwatt.energy.Constant.SELF_DISCHARGE_PER_YEAR;
import static io.milliwatt.energy.Constant.SLEEP_MICROAMPS;
import static io.milliwatt.energy.Constant.SUPPLY_VOLTS;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The profiles that the suite knows. None of these boards was measured by us. */
public final class Boards {

    private static final String CYCLES_SOURCE =
            "an autoencoder of 583 k counted instructions takes 0.67 to 1.25 M cycles"
                    + " in published MLPerf Tiny results on a Cortex-M4, so 1.1 to 2.1; the middle";

    /** A Cortex-M4 at 120 MHz, a wide-band accelerometer, and a short-range radio to a gateway that has mains power. */
    public static final BoardProfile M4_BLE = m4(
            "m4-ble",
            "Cortex-M4, short-range radio to a gateway",
            Map.of(
                    RADIO_FRAME_MICROJOULES,
                    Stated.typical(450, "advertising until the gateway connects: 27 ms of radio at 5 mA and 3.3 V"),
                    RADIO_SENT_MICROJOULES,
                    Stated.typical(0.2, "8 µs on air at 1 Mbit/s, 5 mA and 3.3 V, half as much again for headers"),
                    RADIO_RECEIVED_MICROJOULES,
                    Stated.typical(0.2, "as a byte sent")),
            Optional.empty());

    /** The same node on LoRaWAN at SF8, the slowest rate that takes a status frame with its ledger (222 bytes). */
    public static final BoardProfile M4_LORAWAN =
            m4("m4-lorawan", "Cortex-M4, LoRaWAN at SF8", lora(new LoraAir(8, 0.145, 0.036), "SF8"), Optional.of(222));

    /** A soil probe on two AA cells; sleep and active currents are a published node's. */
    public static final BoardProfile M0_SOIL = m0Soil();

    private Boards() {}

    public static List<BoardProfile> all() {
        return List.of(M4_BLE, M4_LORAWAN, M0_SOIL);
    }

    public static BoardProfile named(String name) {
        return all().stream()
                .filter(board -> board.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new EnergyException("There is no board profile '" + name + "': choose one of "
                        + all().stream().map(BoardProfile::name).collect(Collectors.joining(", ")) + "."));
    }

    private static BoardProfile m4(
            String name, String title, Map<Constant, Stated> radio, Optional<Integer> largestFrameBytes) {
        Map<Constant, Stated> of = new EnumMap<>(radio);
        of.put(CLOCK_MEGAHERTZ, Stated.of(120, "the NUCLEO-L4R5ZI of the MLPerf Tiny results"));
        of.put(
                NANOJOULES_PER_CYCLE,
                new Stated(
                        0.34,
                        0.33,
                        0.35,
                        "reference runs of MLPerf Tiny on a NUCLEO-L4R5ZI draw 40 to 41.5 mW at 120 MHz; derived from the"
                                + " published logs, board included"));
        of.put(CYCLES_PER_INSTRUCTION, new Stated(1.6, 1.1, 2.1, CYCLES_SOURCE));
        of.put(SUPPLY_VOLTS, Stated.typical(3.3, "a linear regulator, so the battery gives the same current"));
        of.put(
                SLEEP_MICROAMPS,
                Stated.typical(5, "stop mode with clock and memory kept 3 µA, regulator and sensor switch 2 µA"));
        of.put(
                SAMPLING_MICROAMPS,
                Stated.typical(
                        2100, "wide-band accelerometer 1.1 mA, processor waiting between blocks of samples 1 mA"));
        flash(of);
        of.put(BATTERY_MILLIAMP_HOURS, Stated.typical(2400, "one lithium thionyl chloride AA cell of 3.6 V"));
        of.put(BATTERY_USABLE_SHARE, Stated.typical(0.85, "cold, pulses and the end of discharge take the rest"));
        of.put(SELF_DISCHARGE_PER_YEAR, Stated.typical(0.01, "lithium thionyl chloride at room temperature"));
        return new BoardProfile(name, title, Core.M4, Sensor.ACCELEROMETER, of, largestFrameBytes);
    }

    private static BoardProfile m0Soil() {
        Map<Constant, Stated> of = new EnumMap<>(lora(
                new LoraAir(9, 0.132, 0.033), "SF9, the slowest rate that takes a" + " soil reading with its MAC"));
        of.put(CLOCK_MEGAHERTZ, Stated.of(16, "the emulated board's clock"));
        of.put(NANOJOULES_PER_CYCLE, Stated.typical(0.8, "4.3 mA at 16 MHz and 3 V, an older Cortex-M0 with radio"));
        of.put(CYCLES_PER_INSTRUCTION, new Stated(1.6, 1.1, 2.1, CYCLES_SOURCE + "; taken over from the Cortex-M4"));
        of.put(SUPPLY_VOLTS, Stated.of(3.0, "two AA cells in series without a regulator, nominal"));
        of.put(
                SLEEP_MICROAMPS,
                Stated.of(28.2, "a published LoRa soil node after its redesign for low power (28.2 µA asleep)"));
        of.put(SAMPLING_MICROAMPS, Stated.of(14_850, "the same published node, active (14.85 mA)"));
        flash(of);
        of.put(BATTERY_MILLIAMP_HOURS, Stated.typical(2400, "two alkaline AA cells in series at a low drain"));
        of.put(BATTERY_USABLE_SHARE, Stated.typical(0.85, "down to 1.0 V per cell"));
        of.put(SELF_DISCHARGE_PER_YEAR, Stated.typical(0.02, "alkaline cells at 20 °C; more in the heat"));
        return new BoardProfile(
                "m0-soil",
                "Cortex-M0 soil probe, LoRaWAN at SF9, two AA cells",
                Core.M0,
                Sensor.SOIL_PROBE,
                of,
                Optional.of(115));
    }

    private static void flash(Map<Constant, Stated> of) {
        of.put(FLASH_PROGRAM_NANOJOULES, Stated.typical(400, "8 bytes in 90 µs at 10 mA and 3.3 V, rounded up"));
        of.put(FLASH_ERASE_MICROJOULES, Stated.typical(800, "a page in 24 ms at 10 mA and 3.3 V"));
    }

    private static Map<Constant, Stated> lora(LoraAir air, String rate) {
        String source = "LoRa's time on air at " + rate + ", 44 mA sending and 11 mA listening";
        return Map.of(
                RADIO_FRAME_MICROJOULES,
                Stated.typical(
                        air.microjoulesPerFrame(), source + "; preamble, LoRaWAN's 13 bytes, both receive windows"),
                RADIO_SENT_MICROJOULES,
                Stated.typical(air.microjoulesPerByteSent(), source),
                RADIO_RECEIVED_MICROJOULES,
                Stated.typical(air.microjoulesPerByteReceived(), source));
    }
}
