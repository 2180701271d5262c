package io.milliwatt.training.soil.season;

/** A rule that decides each day's water before the day's weather is known. */
interface Schedule {

    String name();

    /** Millimetres to apply today, 0 for none; never more than {@link Morning#largestEvent}. */
    double water(Morning morning);
}
