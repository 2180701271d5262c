package io.milliwatt.platform.storage;

import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Feature rows, written by COPY because there are so many. */
public final class FeatureTable {

    public static final String NAME = "features";
    private static final String COLUMNS = "node, at, boot, sequence, recipe_id, recipe_version, recipe_known,"
            + " measured, quality_flags, verdict, probability, model_version, late, clock_suspect";

    private final TimePartitions partitions;

    public FeatureTable(TimePartitions partitions) {
        this.partitions = partitions;
    }

    /** Sees to it that rows of these times find their partitions; call it before the transaction that adds them. */
    public void prepare(List<Instant> times) {
        partitions.ensure(NAME, times);
    }

    /** Adds rows that are not there yet. */
    public void add(Handle handle, List<FeatureRow> rows) {
        CopyRows copy = new CopyRows(rows.size());
        for (FeatureRow row : rows) {
            copy.add(row.node()).add(row.at()).add(row.boot()).add(row.sequence());
            copy.add(row.recipeId()).add(row.recipeVersion()).add(row.recipeKnown());
            copy.add(row.measured()).add(row.qualityFlags());
            copy.add(row.verdict()).add(row.probability()).add(row.modelVersion());
            copy.add(row.late()).add(row.clockSuspect()).endRow();
        }
        copy.into(handle, NAME, COLUMNS);
    }
}
