package io.milliwatt.workbench.analyze;

import io.milliwatt.dsp.vibration.SeverityLimits;
import io.milliwatt.workbench.SuiteException;
import java.util.List;
import java.util.Optional;

/** Which of the standard's machine groups and supports to rate; both left out means all four, for a limit without a group is no limit. */
record ZoneChoice(Optional<String> group, Optional<String> support) {

    List<SeverityLimits> limits() {
        List<SeverityLimits> chosen = SeverityLimits.all().stream()
                .filter(limits -> group.map(limits.group()::equals).orElse(true))
                .filter(limits -> support.map(limits.support()::equals).orElse(true))
                .toList();
        if (chosen.isEmpty()) {
            throw new SuiteException("There are no zone limits for group " + group.orElse("(any)") + " and support "
                    + support.orElse("(any)") + ": give --group 1 or 2 and --support rigid or flexible.");
        }
        return chosen;
    }
}
