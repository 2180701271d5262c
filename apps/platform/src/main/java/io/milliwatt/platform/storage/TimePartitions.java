package io.milliwatt.platform.storage;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Makes partitions ahead and on demand, and drops those past their retention. */
public final class TimePartitions {

    private static final Logger LOG = Logger.getLogger(TimePartitions.class);
    /** Any number that nobody else locks; keeps two servers from making the same partition at once. */
    private static final long LOCK_KEY = 0x6d77_7061_7274L;

    private static final int DAYS_AHEAD = 3;
    private static final Pattern SUFFIX = Pattern.compile(".*_(\\d{8})");

    private final Jdbi jdbi;
    private final Map<String, PartitionedTable> tables;
    private final Map<String, Set<LocalDate>> known = new ConcurrentHashMap<>();

    public TimePartitions(Jdbi jdbi, List<PartitionedTable> tables) {
        this.jdbi = jdbi;
        this.tables = tables.stream().collect(Collectors.toUnmodifiableMap(PartitionedTable::name, table -> table));
    }

    /** How long rows of this table are kept. */
    public Duration retention(String table) {
        return tables.get(table).retention();
    }

    /** Sees to it that rows of these times find a partition. Cheap when they do already. */
    public void ensure(String tableName, Collection<Instant> times) {
        PartitionedTable table = tables.get(tableName);
        Set<LocalDate> made = known.computeIfAbsent(tableName, name -> ConcurrentHashMap.newKeySet());
        times.stream()
                .map(table::start)
                .distinct()
                .filter(start -> !made.contains(start))
                .sorted()
                .forEach(start -> {
                    jdbi.useTransaction(handle -> create(handle, table, start));
                    made.add(start);
                });
    }

    /** Makes the partitions of the next days and drops the outdated ones. Call it at start and daily. */
    public void maintain(Instant now) {
        for (PartitionedTable table : tables.values()) {
            ensure(
                    table.name(),
                    IntStream.rangeClosed(0, DAYS_AHEAD)
                            .mapToObj(days -> now.plus(Duration.ofDays(days)))
                            .toList());
            dropOutdated(table, now);
        }
    }

    private static void create(Handle handle, PartitionedTable table, LocalDate start) {
        handle.execute("SELECT pg_advisory_xact_lock(?)", LOCK_KEY);
        handle.execute("CREATE TABLE IF NOT EXISTS " + table.partitionName(start) + " PARTITION OF " + table.name()
                + " FOR VALUES FROM ('" + start + "T00:00:00Z') TO ('" + table.end(start) + "T00:00:00Z')");
    }

    private void dropOutdated(PartitionedTable table, Instant now) {
        Instant oldestKept = now.minus(table.retention());
        List<String> partitions = jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT c.relname FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid "
                                + "WHERE i.inhparent = to_regclass(:table)")
                .bind("table", table.name())
                .mapTo(String.class)
                .list());
        for (String partition : partitions) {
            var matcher = SUFFIX.matcher(partition);
            if (!matcher.matches()) {
                continue;
            }
            LocalDate start = LocalDate.parse(matcher.group(1), DateTimeFormatter.BASIC_ISO_DATE);
            if (table.end(start).atStartOfDay().toInstant(ZoneOffset.UTC).isBefore(oldestKept)) {
                jdbi.useHandle(handle -> handle.execute("DROP TABLE IF EXISTS " + partition));
                known.getOrDefault(table.name(), Set.of()).remove(start);
                LOG.infof(
                        "Dropped %s: its rows are older than %d days.",
                        partition, table.retention().toDays());
            }
        }
    }
}
