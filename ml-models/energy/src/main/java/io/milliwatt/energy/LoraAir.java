package io.milliwatt.energy;

/**
 * LoRa's time on air at 125 kHz and coding rate 4/5, from the modem's own formula (Semtech AN1200.13, section 4): a symbol
 * lasts 2^SF / bandwidth; a payload byte takes 8 · 5/4 / SF symbols; the preamble 12.25 and the explicit header 8.
 *
 * @param spreadingFactor 7 … 10, at which no low-data-rate rule changes the formula
 * @param sendWatts while sending
 * @param receiveWatts while listening
 */
record LoraAir(int spreadingFactor, double sendWatts, double receiveWatts) {

    private static final double BANDWIDTH_HERTZ = 125_000;
    private static final double SYMBOLS_BEFORE_PAYLOAD = 12.25 + 8;
    /** LoRaWAN's own header, port and integrity code. */
    private static final int LORAWAN_BYTES = 13;
    /** Both receive windows of a class A node close after so many symbols without a preamble. */
    private static final double SYMBOLS_LISTENED = 2 * 8;

    private double symbolSeconds() {
        return Math.pow(2, spreadingFactor) / BANDWIDTH_HERTZ;
    }

    double microjoulesPerByteSent() {
        return microjoulesPerByte(sendWatts);
    }

    double microjoulesPerByteReceived() {
        return microjoulesPerByte(receiveWatts);
    }

    double microjoulesPerFrame() {
        double symbols = SYMBOLS_BEFORE_PAYLOAD * sendWatts + SYMBOLS_LISTENED * receiveWatts;
        return 1e6 * symbolSeconds() * symbols + LORAWAN_BYTES * microjoulesPerByteSent();
    }

    private double microjoulesPerByte(double watts) {
        return 1e6 * symbolSeconds() * 8 * 1.25 / spreadingFactor * watts;
    }
}
