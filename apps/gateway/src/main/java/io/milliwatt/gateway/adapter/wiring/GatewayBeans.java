package io.milliwatt.gateway.adapter.wiring;

import io.agroal.api.AgroalDataSource;
import io.milliwatt.gateway.downlink.FrameSigner;
import io.milliwatt.gateway.downlink.Waiting;
import io.milliwatt.gateway.node.Enrolment;
import io.milliwatt.gateway.node.KeySeal;
import io.milliwatt.gateway.node.LoginThrottle;
import io.milliwatt.gateway.node.NodeDirectory;
import io.milliwatt.gateway.node.NodeStore;
import io.milliwatt.gateway.reception.CompactReadings;
import io.milliwatt.gateway.reception.FrameChecks;
import io.milliwatt.gateway.reception.FrameForwarder;
import io.milliwatt.gateway.reception.FrameListener;
import io.milliwatt.gateway.reception.NodeActivity;
import io.milliwatt.gateway.reception.ProbeDepths;
import io.milliwatt.gateway.reception.Reception;
import io.milliwatt.gateway.reception.ReceptionRecord;
import io.milliwatt.gateway.reception.SequenceMemory;
import io.milliwatt.gateway.reception.UrgentPath;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Jdbi;

/** Makes the plain classes of the rules available for injection. */
@Dependent
final class GatewayBeans {
    @Produces
    @Singleton
    Clock clock() {
        return Clock.systemUTC();
    }

    @Produces
    @Singleton
    SecureRandom random() {
        return new SecureRandom();
    }

    @Produces
    @Singleton
    Jdbi jdbi(AgroalDataSource dataSource) {
        return Jdbi.create(dataSource);
    }

    @Produces
    @Singleton
    KeySeal keySeal(@ConfigProperty(name = "milliwatt.registry-key") String registryKey, SecureRandom random) {
        try {
            return new KeySeal(Base64.getDecoder().decode(registryKey), random);
        } catch (IllegalArgumentException unusable) {
            throw new IllegalStateException(
                    "MILLIWATT_REGISTRY_KEY must be the Base64 of 32 random bytes; make one with: openssl rand -base64 32",
                    unusable);
        }
    }

    @Produces
    @Singleton
    NodeDirectory directory() {
        return new NodeDirectory();
    }

    @Produces
    @Singleton
    Enrolment enrolment(NodeStore store, NodeDirectory directory, SecureRandom random, Clock clock) {
        return new Enrolment(store, directory, random, clock);
    }

    @Produces
    @Singleton
    LoginThrottle loginThrottle(Clock clock) {
        return new LoginThrottle(clock);
    }

    @Produces
    @Singleton
    SequenceMemory sequenceMemory() {
        return new SequenceMemory();
    }

    @Produces
    @Singleton
    ProbeDepths probeDepths() {
        return new ProbeDepths();
    }

    @Produces
    @Singleton
    NodeActivity nodeActivity() {
        return new NodeActivity();
    }

    @Produces
    @Singleton
    Waiting waiting() {
        return new Waiting();
    }

    @Produces
    @Singleton
    FrameSigner frameSigner(GatewayBoot boot, Clock clock) {
        return new FrameSigner(boot::number, clock);
    }

    @Produces
    @Singleton
    Reception reception(
            NodeDirectory directory,
            SequenceMemory memory,
            ProbeDepths probeDepths,
            FrameForwarder forwarder,
            UrgentPath urgentPath,
            FrameListener listener,
            ReceptionRecord record,
            Clock clock) {
        return new Reception(
                new FrameChecks(directory, new CompactReadings(memory, probeDepths, clock)),
                memory,
                forwarder,
                urgentPath,
                listener,
                record,
                clock);
    }
}
