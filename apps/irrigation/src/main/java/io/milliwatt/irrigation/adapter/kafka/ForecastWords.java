package io.milliwatt.irrigation.adapter.kafka;

import io.milliwatt.irrigation.adapter.db.Farm;
import io.milliwatt.irrigation.adapter.db.SaidForecastTable;
import io.milliwatt.irrigation.adapter.db.SaidForecastTable.ByNode;
import io.milliwatt.irrigation.probe.Probe;
import io.milliwatt.platform.ingest.Announcements;
import io.milliwatt.telemetry.SoilReading;
import io.milliwatt.telemetry.SoilReading.Forecast;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jdbi.v3.core.Handle;

/** Keeps how nodes foresee their depths, once for each day that has ended; every reading repeats it until the next day ends. */
@ApplicationScoped
class ForecastWords {

    private final SaidForecastTable table;
    /** The day whose word is stored already, so that a reading does not ask the database. */
    private final Map<String, LocalDate> stored = new ConcurrentHashMap<>();

    ForecastWords(SaidForecastTable table) {
        this.table = table;
    }

    /** What a batch of frames says. */
    final class Batch {
        private final Farm farm;
        private final List<ByNode> said = new ArrayList<>();
        private final Map<String, LocalDate> days = new HashMap<>();

        private Batch(Farm farm) {
            this.farm = farm;
        }

        /** @param at the reading's time; its forecasts count from the mean of the day before */
        void hear(Probe probe, Instant at, SoilReading reading) {
            Optional<LocalDate> told = farm.zone(probe.zoneId())
                    .map(zone -> farm.siteOf(zone).dateAt(at).minusDays(1));
            if (told.isEmpty()
                    || told.get().equals(stored.get(probe.id()))
                    || told.get().equals(days.get(probe.id()))) {
                return;
            }
            LocalDate day = told.get();
            for (int channel = 0; channel < reading.depths().size(); channel++) {
                Optional<Forecast> forecast = reading.depths().get(channel).forecast();
                if (forecast.isPresent()) {
                    said.add(new ByNode(
                            probe.id(),
                            day,
                            channel,
                            forecast.get().inOneDay(),
                            forecast.get().inThreeDays(),
                            forecast.get().inSevenDays()));
                    days.put(probe.id(), day);
                }
            }
        }

        void store(Handle handle, Announcements announcements) {
            table.addByNodes(handle, said);
            // Only what is committed need not be stored again.
            announcements.add(() -> days.forEach(
                    (probe, day) -> stored.merge(probe, day, (known, told) -> told.isAfter(known) ? told : known)));
        }
    }

    Batch batch(Farm farm) {
        return new Batch(farm);
    }
}
