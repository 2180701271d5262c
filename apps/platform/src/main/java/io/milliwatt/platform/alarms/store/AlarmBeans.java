package io.milliwatt.platform.alarms.store;

import io.quarkus.arc.properties.IfBuildProperty;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.jdbi.v3.core.Jdbi;

/** Makes the alarm book available to the app. */
@Dependent
@IfBuildProperty(name = "milliwatt.platform.storage", stringValue = "true")
class AlarmBeans {

    @Produces
    @Singleton
    AlarmBook alarms(Jdbi jdbi, Clock clock) {
        return new AlarmBook(jdbi, clock);
    }
}
