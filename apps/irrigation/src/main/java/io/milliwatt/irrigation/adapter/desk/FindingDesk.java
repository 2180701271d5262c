package io.milliwatt.irrigation.adapter.desk;

import io.milliwatt.irrigation.adapter.db.AlarmReasonTable;
import io.milliwatt.irrigation.adapter.live.FarmNews;
import io.milliwatt.irrigation.alarm.Finding;
import io.milliwatt.irrigation.reason.Reason;
import io.milliwatt.platform.alarms.Alarm;
import io.milliwatt.platform.alarms.Transition;
import io.milliwatt.platform.alarms.store.AlarmBook;
import io.milliwatt.platform.alarms.store.AlarmBook.Sighting;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Tells the alarm rules what was found, and keeps with each alarm that is raised its reasons in codes and numbers. */
@ApplicationScoped
public class FindingDesk {

    private final Jdbi jdbi;
    private final AlarmBook alarms;
    private final AlarmReasonTable reasons;
    private final FarmNews news;

    FindingDesk(Jdbi jdbi, AlarmBook alarms, AlarmReasonTable reasons, FarmNews news) {
        this.jdbi = jdbi;
        this.alarms = alarms;
        this.reasons = reasons;
        this.news = news;
    }

    private record Key(String source, String rule) {}

    public void tell(List<Finding> findings) {
        if (!findings.isEmpty()) {
            List<Transition> steps = jdbi.inTransaction(handle -> tell(handle, findings));
            news.changed(steps);
        }
    }

    /** Within the caller's transaction, who then tells the pages. */
    public List<Transition> tell(Handle handle, List<Finding> findings) {
        Map<Key, List<Reason>> said = new HashMap<>();
        findings.forEach(found ->
                said.put(new Key(found.source().toString(), found.rule().name()), found.reasons()));
        List<Transition> steps = alarms.observe(
                handle,
                findings.stream()
                        .map(found -> new Sighting(found.source().toString(), found.rule(), found.observation()))
                        .toList());
        for (Transition step : steps) {
            Alarm alarm = step.alarm();
            List<Reason> why = said.getOrDefault(new Key(alarm.source(), alarm.rule()), List.of());
            if (alarm.returnedAt().isEmpty() && !why.isEmpty()) {
                reasons.put(handle, alarm.id(), why);
            }
        }
        return steps;
    }
}
