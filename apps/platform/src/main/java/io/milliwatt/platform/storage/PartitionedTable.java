package io.milliwatt.platform.storage;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;

/**
 * A table that is partitioned by time.
 *
 * @param name as in the database; lower case letters and underscores, since it becomes part of statements
 * @param period what one partition holds
 * @param retention how long rows are kept; whole partitions are dropped when their newest row is older
 */
public record PartitionedTable(String name, Period period, Duration retention) {

    private static final Pattern SAFE_NAME = Pattern.compile("[a-z_]{1,40}");
    private static final DateTimeFormatter SUFFIX = DateTimeFormatter.ofPattern("yyyyMMdd");

    /** The length of a partition, in UTC. */
    public enum Period {
        DAY,
        MONTH
    }

    public PartitionedTable {
        if (!SAFE_NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "The table name is '" + name + "'; it must be lower case letters and underscores.");
        }
    }

    /** First day of the partition that holds this time. */
    LocalDate start(Instant time) {
        LocalDate day = LocalDate.ofInstant(time, ZoneOffset.UTC);
        return period == Period.DAY ? day : day.withDayOfMonth(1);
    }

    /** First day after the partition that starts on this day. */
    LocalDate end(LocalDate start) {
        return period == Period.DAY ? start.plusDays(1) : start.plusMonths(1);
    }

    /** The name of the partition that starts on this day. */
    String partitionName(LocalDate start) {
        return name + "_" + SUFFIX.format(start);
    }
}
