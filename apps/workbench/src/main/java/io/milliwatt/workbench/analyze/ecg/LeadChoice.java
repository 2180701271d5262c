package io.milliwatt.workbench.analyze.ecg;

import io.milliwatt.datasets.ecg.EcgLead;
import io.milliwatt.datasets.ecg.EcgRecording;
import io.milliwatt.workbench.SuiteException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Picks the lead to analyse. */
record LeadChoice(EcgRecording recording) {

    EcgLead of(Optional<String> wanted) {
        EcgLead lead = wanted.map(this::named).orElseGet(this::analysed);
        if (lead.length() == 0) {
            throw new SuiteException("Signal " + lead.name() + " of " + recording.name() + " holds no samples. "
                    + (recording.findings().isEmpty()
                            ? "Check whether the recording was ended before it began."
                            : String.join(" ", recording.findings())));
        }
        return lead;
    }

    private EcgLead analysed() {
        return recording
                .analysedLead()
                .orElseThrow(() -> new SuiteException(recording.name() + " has no lead that is a voltage"
                        + (recording.leads().isEmpty() ? "." : ": " + list() + ".")));
    }

    /** By its name, a part of the name that no other has, or its number from 1. */
    private EcgLead named(String wanted) {
        List<EcgLead> leads = recording.leads();
        for (EcgLead lead : leads) {
            if (lead.name().equalsIgnoreCase(wanted)) {
                return lead;
            }
        }
        if (wanted.matches("[1-9]\\d{0,2}") && Integer.parseInt(wanted) <= leads.size()) {
            return leads.get(Integer.parseInt(wanted) - 1);
        }
        List<EcgLead> partly = leads.stream()
                .filter(lead -> lead.name().toLowerCase(Locale.ROOT).contains(wanted.toLowerCase(Locale.ROOT)))
                .toList();
        if (partly.size() == 1) {
            return partly.getFirst();
        }
        throw new SuiteException(
                recording.name() + (partly.size() > 1 ? " has several signals like '" : " has no signal '") + wanted
                        + "'. It holds: " + list() + ". Name one of these with --signal.");
    }

    private String list() {
        return recording.leads().isEmpty()
                ? "none"
                : recording.leads().stream()
                        .map(lead -> lead.name() + " (" + lead.unit() + ")")
                        .collect(Collectors.joining(", "));
    }
}
