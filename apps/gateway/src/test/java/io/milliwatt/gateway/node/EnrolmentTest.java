package io.milliwatt.gateway.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.milliwatt.gateway.TestClock;
import io.milliwatt.telemetry.Domain;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class EnrolmentTest {
    private static final OptionalLong ANY = OptionalLong.empty();

    private final TestClock clock = new TestClock();
    private final NodesInMemory store = new NodesInMemory();
    private final NodeDirectory directory = new NodeDirectory();
    private final Enrolment enrolment = new Enrolment(store, directory, new SecureRandom(), clock);

    @Test
    void aNewNodeIsKnownByItsPasswordAndKey() {
        Credentials credentials = enrolment.enrol("Pump", Domain.VIBRATION, ANY);
        EnrolledNode node = directory.find(credentials.node()).orElseThrow();
        assertThat(node.password().matches(credentials.password())).isTrue();
        assertThat(node.key().toByteArray()).isEqualTo(credentials.key().toByteArray());
        assertThat(credentials.password()).hasSizeGreaterThanOrEqualTo(32);
        assertThat(credentials.toString()).doesNotContain(credentials.password());
    }

    @Test
    void noTwoNodesShareANumberOrASecret() {
        Credentials first = enrolment.enrol("Pump", Domain.VIBRATION, ANY);
        Credentials second = enrolment.enrol("Pump", Domain.VIBRATION, ANY);
        assertThat(second.node()).isNotEqualTo(first.node());
        assertThat(second.password()).isNotEqualTo(first.password());
        assertThat(second.key().toByteArray()).isNotEqualTo(first.key().toByteArray());
    }

    @Test
    void aWishedNumberIsGivenOnceAndSkippedByTheCounter() {
        assertThat(enrolment
                        .enrol("Pump", Domain.VIBRATION, OptionalLong.of(1001))
                        .node())
                .isEqualTo(1001);
        assertThatExceptionOfType(NumberTakenException.class)
                .isThrownBy(() -> enrolment.enrol("Fan", Domain.VIBRATION, OptionalLong.of(1001)))
                .withMessageContaining("1001");
        assertThat(enrolment.enrol("Fan", Domain.VIBRATION, ANY).node()).isEqualTo(1002);
    }

    @Test
    void revocationIsForGoodAndIsToldToListeners() {
        List<Long> told = new ArrayList<>();
        directory.onCredentialsLost(node -> told.add(node.number()));
        long number = enrolment.enrol("Pump", Domain.VIBRATION, ANY).node();
        assertThat(enrolment.revoke(number).orElseThrow().revokedAt()).contains(clock.instant());
        assertThat(enrolment.revoke(number)).isPresent();
        assertThat(told).containsExactly(number);
        assertThat(store.all().getFirst().isRevoked()).isTrue();
        assertThatExceptionOfType(NodeRevokedException.class).isThrownBy(() -> enrolment.rekey(number));
    }

    @Test
    void rekeyingEndsTheOldSecretsAndIsToldToListeners() {
        List<Long> told = new ArrayList<>();
        directory.onCredentialsLost(node -> told.add(node.number()));
        Credentials old = enrolment.enrol("Pump", Domain.VIBRATION, ANY);
        Credentials fresh = enrolment.rekey(old.node()).orElseThrow();
        EnrolledNode node = directory.find(old.node()).orElseThrow();
        assertThat(node.password().matches(old.password())).isFalse();
        assertThat(node.password().matches(fresh.password())).isTrue();
        assertThat(told).containsExactly(old.node());
    }

    /** A refresh that read the table before a revocation must not bring the node back. */
    @Test
    void anOlderStateNeverReplacesANewerOne() {
        long number = enrolment.enrol("Pump", Domain.VIBRATION, ANY).node();
        List<EnrolledNode> readBefore = store.all();
        enrolment.revoke(number);
        directory.replaceAll(readBefore);
        assertThat(directory.find(number).orElseThrow().isRevoked()).isTrue();
    }

    @Test
    void whatDoesNotExistCannotBeRevokedOrRekeyed() {
        assertThat(enrolment.revoke(5)).isEmpty();
        assertThat(enrolment.rekey(5)).isEmpty();
    }

    @Test
    void namesAndNumbersOutsideTheirRangeAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> enrolment.enrol(" ", Domain.ECG, ANY));
        assertThatIllegalArgumentException().isThrownBy(() -> enrolment.enrol("x".repeat(121), Domain.ECG, ANY));
        assertThatIllegalArgumentException().isThrownBy(() -> enrolment.enrol("Pump", Domain.ECG, OptionalLong.of(0)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> enrolment.enrol("Pump", Domain.ECG, OptionalLong.of(1L << 32)));
    }
}
