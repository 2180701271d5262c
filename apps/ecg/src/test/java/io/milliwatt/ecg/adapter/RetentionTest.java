package io.milliwatt.ecg.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.milliwatt.ecg.adapter.db.RecordRetention;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is only ever added leaves when it is old enough, and never before. */
@QuarkusTest
@QuarkusTestResource(WardDatabase.class)
class RetentionTest {

    private static final int OLD_DAYS = 731;

    @Inject
    Jdbi jdbi;

    @Inject
    RecordRetention retention;

    @BeforeEach
    void awaitSchema() {
        Ward.awaitReady();
    }

    @Test
    void logsOlderThanTwoYearsGoAndLabelsAndYoungerLinesStay() {
        String patient = Ward.admit("R-1", 701);
        addLines(patient, OLD_DAYS, 70_001);
        addLines(patient, OLD_DAYS - 2, 70_002);
        assertThat(retention.removeOutdated()).isEqualTo(4);
        assertThat(count("journal WHERE patient = '" + patient + "' AND kind = 'pause'"))
                .isEqualTo(1);
        assertThat(count("export_access WHERE patient = '" + patient + "'")).isEqualTo(1);
        assertThat(count("alarm WHERE id IN (70001, 70002)")).isEqualTo(1);
        assertThat(count("alarm_transition WHERE alarm_id IN (70001, 70002)")).isEqualTo(1);
        assertThat(count("label WHERE patient = '" + patient + "'")).isEqualTo(2);
        assertThat(retention.removeOutdated()).isZero();
    }

    /** Not even the app itself, whatever is set, may drop what is younger than a year. */
    @Test
    void theTablesRefuseToLoseTheYoung() {
        String patient = Ward.admit("R-2", 702);
        addLines(patient, 300, 70_003);
        for (String rows : List.of(
                "journal WHERE patient = '" + patient + "'",
                "export_access WHERE patient = '" + patient + "'",
                "alarm_transition WHERE alarm_id = 70003",
                "label WHERE patient = '" + patient + "'")) {
            assertThatThrownBy(() -> jdbi.useHandle(handle -> handle.execute("DELETE FROM " + rows)))
                    .as(rows)
                    .hasMessageContaining("are kept for 365 days at least");
        }
        assertThatThrownBy(() -> jdbi.useHandle(handle -> handle.execute("UPDATE label SET after = 'N'")))
                .hasMessageContaining("only ever added");
    }

    /** One line of each log, a closed alarm with its step, and a label. */
    private void addLines(String patient, int daysAgo, long alarm) {
        String at = "now() - interval '" + daysAgo + " days'";
        jdbi.useHandle(handle -> {
            handle.execute(
                    "INSERT INTO journal (at, patient, kind, sentence) VALUES (" + at + ", ?, 'pause', 'Old.')",
                    patient);
            handle.execute(
                    "INSERT INTO export_access (at, by_user, patient, format, from_at, to_at) VALUES (" + at
                            + ", 'ann', ?, 'csv', " + at + ", " + at + ")",
                    patient);
            handle.execute(
                    "INSERT INTO alarm (id, source, rule, priority, state, raised_at, message, unit, late) VALUES (?, ?,"
                            + " 'pause', 'low', 'normal', " + at + ", 'Old.', '', false)",
                    alarm,
                    patient);
            handle.execute(
                    "INSERT INTO alarm_transition (alarm_id, at, recorded_at, from_state, to_state) VALUES (?, " + at
                            + ", " + at + ", 'active-unacknowledged', 'normal')",
                    alarm);
            handle.execute(
                    "INSERT INTO label (kind, target, version, patient, node, channel, from_at, to_at, before, after,"
                            + " by_user, at) VALUES ('beat', ?, 1, ?, 1, 0, " + at + ", " + at + ", 'N', 'V', 'ann', "
                            + at + ")",
                    patient + " " + alarm,
                    patient);
        });
    }

    private int count(String rows) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT count(*) FROM " + rows)
                .mapTo(Integer.class)
                .one());
    }
}
