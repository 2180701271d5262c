package io.milliwatt.platform.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** Frames are single bytes here; what storing them means is {@link FrameIntakeTest}'s. */
class UrgentIntakeTest {

    private final CountDownLatch open = new CountDownLatch(1);
    private final CountDownLatch begun = new CountDownLatch(1);
    private final List<Integer> batches = new CopyOnWriteArrayList<>();

    @Test
    void whatComesDuringATransactionIsStoredTogetherInTheNext() throws InterruptedException {
        UrgentIntake intake = new UrgentIntake(this::store);
        CompletableFuture<FrameOutcome> first = intake.take(frame(0));
        begun.await();
        List<CompletableFuture<FrameOutcome>> meanwhile = new ArrayList<>();
        for (int number = 1; number <= 20; number++) {
            meanwhile.add(intake.take(frame(number)));
        }
        assertThat(first).isNotDone();

        open.countDown();

        assertThat(first.join()).isEqualTo(new FrameOutcome.Refused("0"));
        for (int number = 1; number <= 20; number++) {
            assertThat(meanwhile.get(number - 1).join()).isEqualTo(new FrameOutcome.Refused("" + number));
        }
        assertThat(batches).containsExactly(1, 20);
    }

    @Test
    void aFailureReachesAllOfItsBatchAndTheNextIsStored() {
        UrgentIntake intake = new UrgentIntake(batch -> {
            if (batches.isEmpty()) {
                batches.add(batch.size());
                throw new StorageUnavailableException(new IllegalStateException("away"));
            }
            return new FrameIntake.Result(List.of(new FrameOutcome.Stored()));
        });

        CompletableFuture<FrameOutcome> failed = intake.take(frame(1));
        assertThatThrownBy(failed::join)
                .isInstanceOf(CompletionException.class)
                .hasCauseInstanceOf(StorageUnavailableException.class);
        assertThat(intake.take(frame(2)).join()).isEqualTo(new FrameOutcome.Stored());
    }

    /** Refuses all, with the frame's number as the reason, so that an outcome tells whose it is. */
    private FrameIntake.Result store(List<TelemetryRecord> batch) {
        batches.add(batch.size());
        begun.countDown();
        try {
            open.await();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
        return new FrameIntake.Result(batch.stream()
                .<FrameOutcome>map(frame -> new FrameOutcome.Refused("" + frame.bytes()[0]))
                .toList());
    }

    private static TelemetryRecord frame(int number) {
        return new TelemetryRecord(new byte[] {(byte) number}, Instant.EPOCH, Optional.empty());
    }
}
