package io.milliwatt.ecg.exchange.hl7v2;

/**
 * A coded meaning.
 *
 * @param system MDC for ISO/IEEE 11073-10101, SCT for SNOMED CT, 99MWT for our own
 */
record DeviceCode(String code, String text, String system) {

    static final DeviceCode HEART_RATE = mdc(147_842, "MDC_ECG_HEART_RATE");
    static final DeviceCode RESPIRATION_RATE = mdc(151_562, "MDC_RESP_RATE");
    static final DeviceCode OXYGEN_SATURATION = mdc(150_456, "MDC_PULS_OXIM_SAT_O2");
    static final DeviceCode TEMPERATURE = mdc(150_344, "MDC_TEMP");
    static final DeviceCode SYSTOLIC = mdc(150_021, "MDC_PRESS_BLD_NONINV_SYS");
    static final DeviceCode DIASTOLIC = mdc(150_022, "MDC_PRESS_BLD_NONINV_DIA");
    static final DeviceCode ALARM_EVENT = mdc(196_616, "MDC_EVT_ALARM");
    /** The profile gives this attribute no number. */
    static final DeviceCode SAMPLE_RATE = mdc(0, "MDC_ATTR_SAMP_RATE");

    static final DeviceCode BEATS_PER_MINUTE = mdc(264_864, "MDC_DIM_BEAT_PER_MIN");
    static final DeviceCode BREATHS_PER_MINUTE = mdc(264_928, "MDC_DIM_RESP_PER_MIN");
    static final DeviceCode PERCENT = mdc(262_688, "MDC_DIM_PERCENT");
    static final DeviceCode DEGREES_CELSIUS = mdc(268_192, "MDC_DIM_DEGC");
    static final DeviceCode MILLIMETRES_OF_MERCURY = mdc(266_016, "MDC_DIM_MMHG");
    static final DeviceCode MILLIVOLT = mdc(266_418, "MDC_DIM_MILLI_VOLT");
    static final DeviceCode PER_SECOND = mdc(264_608, "MDC_DIM_PER_SEC");
    static final DeviceCode DIMENSIONLESS = mdc(262_656, "MDC_DIM_DIMLESS");

    static final DeviceCode MONITORING = new DeviceCode("182777000", "monitoring of patient", "SCT");
    static final DeviceCode WAVEFORM = own("waveform", "CONTINUOUS WAVEFORM");
    static final DeviceCode EVENTS = own("events", "Arrhythmia events");
    static final DeviceCode EPISODE_END = own("episode-end", "End of the episode");
    static final DeviceCode NEWS = new DeviceCode(
            "1104051000000101",
            "Royal College of Physicians NEWS2 (National Early Warning Score 2) total score",
            "SCT");

    static DeviceCode mdc(int code, String name) {
        return new DeviceCode(Integer.toString(code), name, "MDC");
    }

    static DeviceCode own(String code, String text) {
        return new DeviceCode(code, text, "99MWT");
    }
}
