package io.milliwatt.datasets.edf;

import io.milliwatt.datasets.recording.Findings;
import io.milliwatt.datasets.recording.RecordingException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** When a file's data records begin, and its annotations. */
record EdfTimes(List<Double> recordStartSeconds, List<EdfAnnotation> annotations) {
    /** Onsets are decimal text; a difference below this is no gap. */
    private static final double SAME_SECONDS = 1e-4;

    /**
     * @param channels the bytes of each annotation channel, all records one after the other
     */
    static EdfTimes read(String file, EdfLayout layout, int records, List<byte[]> channels, Findings findings)
            throws RecordingException {
        List<Double> starts = new ArrayList<>();
        List<EdfAnnotation> annotations = new ArrayList<>();
        List<String> malformed = new ArrayList<>();
        Starts stated = new Starts(file, layout.header(), findings);
        for (int record = 0; record < records; record++) {
            for (int c = 0; c < channels.size(); c++) {
                int length = channels.get(c).length / records;
                List<TimedText> lists = TimedText.parse(
                        Arrays.copyOfRange(channels.get(c), record * length, (record + 1) * length), malformed);
                boolean timeKeeping = c == 0 && !lists.isEmpty() && isTimeKeeping(lists.getFirst());
                if (timeKeeping) {
                    starts.add(stated.of(record, lists.getFirst().onsetSeconds()));
                }
                addAll(lists, annotations);
            }
            if (starts.size() == record) {
                starts.add(stated.unstated(record));
            }
        }
        if (!malformed.isEmpty()) {
            findings.damage(
                    file,
                    "has " + malformed.size() + " annotations that are none, the first one \""
                            + shown(malformed.getFirst()) + "\"",
                    "Copy it again from its source.");
        }
        return new EdfTimes(starts, annotations);
    }

    private static boolean isTimeKeeping(TimedText list) {
        return !list.texts().isEmpty() && list.texts().getFirst().isEmpty();
    }

    private static void addAll(List<TimedText> lists, List<EdfAnnotation> annotations) {
        for (TimedText list : lists) {
            for (String text : list.texts()) {
                if (!text.isEmpty()) {
                    annotations.add(new EdfAnnotation(
                            list.onsetSeconds(), list.durationSeconds(), text.replace(TimedText.DURATION, ' ')));
                }
            }
        }
    }

    private static String shown(String text) {
        String printable = text.replaceAll("\\p{Cntrl}", "·");
        return printable.length() <= 40 ? printable : printable.substring(0, 40) + "…";
    }

    /** The begins of data records, one after the other. */
    private static final class Starts {
        private final String file;
        private final EdfHeader header;
        private final Findings findings;
        private double next;
        private boolean told;

        Starts(String file, EdfHeader header, Findings findings) {
            this.file = file;
            this.header = header;
            this.findings = findings;
        }

        double of(int record, double onset) throws RecordingException {
            boolean late = onset > next + SAME_SECONDS;
            boolean early = onset < next - SAME_SECONDS;
            if (record > 0 && !told && (early || late && header.kind() == EdfKind.CONTINUOUS)) {
                told = true;
                findings.damage(
                        file,
                        "says that data record " + record + " begins at " + TimedText.seconds(onset) + " s, where "
                                + TimedText.seconds(next) + " s " + (early ? "or later " : "") + "is due",
                        "Copy it again from its source, or mark it as EDF+D.");
            }
            next = onset + header.recordSeconds();
            return onset;
        }

        double unstated(int record) throws RecordingException {
            if (header.kind() == EdfKind.DISCONTINUOUS && !told) {
                told = true;
                findings.damage(
                        file,
                        "does not say when data record " + record + " begins, though it has gaps",
                        "Copy it again from its source.");
            }
            double start = next;
            next = start + header.recordSeconds();
            return start;
        }
    }
}
