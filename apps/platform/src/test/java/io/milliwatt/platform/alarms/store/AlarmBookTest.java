package io.milliwatt.platform.alarms.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.milliwatt.platform.alarms.Alarm;
import io.milliwatt.platform.alarms.AlarmRule;
import io.milliwatt.platform.alarms.AlarmState;
import io.milliwatt.platform.alarms.Condition;
import io.milliwatt.platform.alarms.Latching;
import io.milliwatt.platform.alarms.Observation.Measured;
import io.milliwatt.platform.alarms.Persistence;
import io.milliwatt.platform.alarms.Priority;
import io.milliwatt.platform.alarms.Transition;
import io.milliwatt.platform.alarms.store.AlarmBook.Sighting;
import io.milliwatt.platform.storage.TestDatabase;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** Alarms survive the server: each test lets a new book go on where another one stopped. */
class AlarmBookTest {

    private static final Instant START = Instant.parse("2026-06-15T12:00:00Z");
    private static final AlarmRule RULE = new AlarmRule(
            "hot",
            Priority.MEDIUM,
            new Condition.Above(10, 1),
            Persistence.of(3, 5),
            Latching.UNTIL_ACKNOWLEDGED,
            "°C",
            "It is {value} {unit}, more than {limit}.");

    private final Jdbi jdbi = TestDatabase.fresh();
    private int second;

    @Test
    void theCountOfThreeOfFiveSurvivesARestart() {
        assertThat(observe(11, 11)).isEmpty();
        assertThat(observe(11)).hasSize(1);
        Alarm alarm = book().list(true, Optional.empty(), 10).getFirst();
        assertThat(alarm.message()).isEqualTo("It is 11 °C, more than 10.");
        assertThat(alarm.state()).isEqualTo(AlarmState.ACTIVE_UNACKNOWLEDGED);
    }

    @Test
    void theTallyCountsWhatIsOpenAndWhatNobodyAcknowledged() {
        assertThat(book().tally()).isEqualTo(new AlarmBook.Tally(0, 0));
        observe(11, 11, 11);
        assertThat(book().tally()).isEqualTo(new AlarmBook.Tally(1, 1));
        Alarm alarm = book().list(true, Optional.empty(), 10).getFirst();
        book().acknowledge(alarm.id(), "ann", Optional.empty());
        assertThat(book().tally()).isEqualTo(new AlarmBook.Tally(1, 0));
        observe(1, 1, 1, 1, 1);
        assertThat(book().tally()).isEqualTo(new AlarmBook.Tally(0, 0));
    }

    @Test
    void aRolledBackTransactionLeavesNeitherAlarmNorCount() {
        jdbi.useTransaction(handle -> {
            book().observe(handle, sightings(11, 11, 11));
            handle.rollback();
        });
        assertThat(book().list(false, Optional.empty(), 10)).isEmpty();
        assertThat(observe(11, 11)).isEmpty();
    }

    @Test
    void anAcknowledgementIsKeptWithUserAndCommentAndRepeatingItAddsNothing() {
        observe(11, 11, 11);
        long id = book().list(true, Optional.empty(), 10).getFirst().id();
        assertThat(book().acknowledge(id, "ann", Optional.of("seen"))
                        .orElseThrow()
                        .step())
                .isPresent();
        assertThat(book().acknowledge(id, "bob", Optional.empty()).orElseThrow().step())
                .isEmpty();
        assertThat(book().find(id).orElseThrow().acknowledgedBy()).contains("ann");
        assertThat(book().history(id))
                .extracting(HistoryEntry::to, HistoryEntry::by, HistoryEntry::comment)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(
                                AlarmState.ACTIVE_UNACKNOWLEDGED, Optional.empty(), Optional.empty()),
                        org.assertj.core.groups.Tuple.tuple(
                                AlarmState.ACTIVE_ACKNOWLEDGED, Optional.of("ann"), Optional.of("seen")));
        assertThat(book().acknowledge(id + 1, "ann", Optional.empty())).isEmpty();
    }

    @Test
    void anAcknowledgedAlarmEndsWhenItsConditionGoesAndTheNextIsANewOne() {
        observe(11, 11, 11);
        long first = book().list(true, Optional.empty(), 10).getFirst().id();
        book().acknowledge(first, "ann", Optional.empty());
        observe(5, 5, 5);
        assertThat(book().list(true, Optional.empty(), 10)).isEmpty();
        assertThat(book().find(first).orElseThrow().state()).isEqualTo(AlarmState.NORMAL);
        observe(11, 11, 11);
        assertThat(book().list(true, Optional.empty(), 10))
                .singleElement()
                .extracting(Alarm::id)
                .isNotEqualTo(first);
    }

    @Test
    void twoBatchesAtOnceRaiseOneAlarm() throws Exception {
        List<Sighting> same = sightings(11, 11, 11);
        Thread[] writers = new Thread[4];
        for (int i = 0; i < writers.length; i++) {
            writers[i] = Thread.ofVirtual().start(() -> jdbi.useTransaction(handle -> book().observe(handle, same)));
        }
        for (Thread writer : writers) {
            writer.join();
        }
        assertThat(book().list(false, Optional.of("boiler"), 10)).hasSize(1);
    }

    /** What is no news is not taken to the database; what is, goes there at once. */
    @Test
    void aQuietConditionStillNoticesTheFirstAbnormalValue() {
        AlarmBook book = book();
        jdbi.useTransaction(handle -> book.observe(handle, sightings(5)));
        long before = conditionVersion();
        jdbi.useTransaction(handle -> book.observe(handle, sightings(5, 6, 5)));
        assertThat(conditionVersion()).as("not even locked").isEqualTo(before);
        jdbi.useTransaction(handle -> book.observe(handle, sightings(11, 5, 11)));
        List<Transition> raised = jdbi.inTransaction(handle -> book.observe(handle, sightings(11)));
        assertThat(raised).hasSize(1);
        List<Transition> gone = jdbi.inTransaction(handle -> book.observe(handle, sightings(5, 5, 5)));
        assertThat(gone).hasSize(1);
    }

    @Test
    void aSourceThatIsNoLongerWatchedHasNoOpenAlarmAndStartsAfresh() {
        observe(11, 11, 11);
        long id = book().list(true, Optional.empty(), 10).getFirst().id();
        List<Transition> closed =
                jdbi.inTransaction(handle -> book().withdraw(handle, List.of("boiler"), "ann", "Taken apart."));
        assertThat(closed).singleElement().extracting(Transition::to).isEqualTo(AlarmState.NORMAL);
        assertThat(book().history(id).getLast().comment()).contains("Taken apart.");
        assertThat(observe(11, 11)).isEmpty();
        assertThat(observe(11)).hasSize(1);
    }

    private long conditionVersion() {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT xmax::text::bigint + xmin::text::bigint"
                        + " FROM alarm_condition WHERE source = 'boiler'")
                .mapTo(Long.class)
                .one());
    }

    private AlarmBook book() {
        return new AlarmBook(jdbi, Clock.systemUTC());
    }

    private List<Transition> observe(double... values) {
        return jdbi.inTransaction(handle -> book().observe(handle, sightings(values)));
    }

    private List<Sighting> sightings(double... values) {
        return java.util.Arrays.stream(values)
                .mapToObj(value -> new Sighting("boiler", RULE, new Measured(START.plusSeconds(second++), value)))
                .toList();
    }
}
