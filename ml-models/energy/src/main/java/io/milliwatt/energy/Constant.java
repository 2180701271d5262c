package io.milliwatt.energy;

/** What has to be known of a board before anything can be said about its energy. */
public enum Constant {
    CLOCK_MEGAHERTZ("processor clock", "MHz"),
    NANOJOULES_PER_CYCLE("processor, running", "nJ per cycle"),
    CYCLES_PER_INSTRUCTION("cycles per instruction", ""),
    SUPPLY_VOLTS("supply", "V"),
    SLEEP_MICROAMPS("whole board asleep", "µA"),
    SAMPLING_MICROAMPS("sensor on, processor waiting", "µA"),
    RADIO_FRAME_MICROJOULES("radio, start of a frame", "µJ"),
    RADIO_SENT_MICROJOULES("radio, byte sent", "µJ"),
    RADIO_RECEIVED_MICROJOULES("radio, byte received", "µJ"),
    FLASH_PROGRAM_NANOJOULES("flash, byte programmed", "nJ"),
    FLASH_ERASE_MICROJOULES("flash, page erased", "µJ"),
    BATTERY_MILLIAMP_HOURS("battery, rated", "mAh"),
    BATTERY_USABLE_SHARE("battery, usable share", ""),
    SELF_DISCHARGE_PER_YEAR("battery, self-discharge of the rated charge", "per year");

    private final String title;
    private final String unit;

    Constant(String title, String unit) {
        this.title = title;
        this.unit = unit;
    }

    public String title() {
        return title;
    }

    /** Empty for a plain number. */
    public String unit() {
        return unit;
    }
}
