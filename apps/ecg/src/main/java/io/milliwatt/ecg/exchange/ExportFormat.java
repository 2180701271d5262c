package io.milliwatt.ecg.exchange;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The formats in which a stretch of monitoring leaves the station. */
public enum ExportFormat {
    /** FHIR R4 Bundle of Observations. */
    FHIR("application/fhir+json", 2),
    /** HL7 v2.6 ORU^R01. */
    HL7V2("x-application/hl7-v2+er7", 2),
    /** WFDB records with annotations, in an archive. */
    WFDB("application/zip", 60),
    /** EDF+ files with annotations, in an archive. */
    EDF("application/zip", 60),
    /** Tables of samples, beats and events, in an archive. */
    CSV("application/zip", 60);

    private final String mediaType;
    private final Duration longest;

    ExportFormat(String mediaType, int longestMinutes) {
        this.mediaType = mediaType;
        this.longest = Duration.ofMinutes(longestMinutes);
    }

    public String mediaType() {
        return mediaType;
    }

    /** The longest stretch in one export: a message is read as a whole by whoever gets it. */
    public Duration longest() {
        return longest;
    }

    /** Whether it comes as files in an archive, and not as one message. */
    public boolean isArchive() {
        return mediaType.equals("application/zip");
    }

    /** As it stands in addresses and in the log. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<ExportFormat> fromLabel(String label) {
        return Arrays.stream(values())
                .filter(format -> format.label().equals(label))
                .findFirst();
    }

    /** All labels with commas between them, for a sentence. */
    public static String labels() {
        return Arrays.stream(values()).map(ExportFormat::label).collect(Collectors.joining(", "));
    }
}
