package io.milliwatt.datasets.wfdb;

import io.milliwatt.datasets.reader.FileContent;
import io.milliwatt.datasets.recording.RecordingException;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Writes records that the WFDB library and this package read: signal files as the signals' lines name them, then the header with the
 * initial values and checksums of what was written. What a format cannot hold is refused and not bent until it fits.
 */
public final class WfdbWriter {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]+");
    private static final Pattern FILE = Pattern.compile("[A-Za-z0-9_.~-]+");

    private final Path folder;

    private WfdbWriter(Path folder) {
        this.folder = folder;
    }

    /** @param folder an existing one */
    public static WfdbWriter into(Path folder) {
        return new WfdbWriter(folder);
    }

    /**
     * Writes an ordinary record; files of the same names are replaced.
     *
     * @throws RecordingException when a sample does not fit its format, a name or text cannot stand in a header, or a file cannot be
     *     written
     */
    public void write(WfdbRecord record) throws RecordingException {
        String name = record.recordLine().name() + ".hea";
        List<SignalLine> lines = record.signals().stream().map(WfdbSignal::line).toList();
        for (SignalLine line : lines) {
            requireFile(name, line.file());
        }
        List<SignalLine> stored = new ArrayList<>();
        for (SignalGroup group : SignalGroup.of(name, lines)) {
            List<WfdbSignal> signals = record.signals()
                    .subList(group.first(), group.first() + group.signals().size());
            stored.addAll(writeGroup(group, signals, (int) record.recordLine().frameCount()));
        }
        write(new RecordHeader(record.recordLine(), stored, record.comments()));
    }

    /** Writes a header alone, such as that of a record made of other records. */
    public void write(Header header) throws RecordingException {
        String name = header.recordLine().name() + ".hea";
        if (!NAME.matcher(header.recordLine().name()).matches()) {
            throw new RecordingException(
                    name,
                    "would have a record name that headers cannot hold",
                    "Use letters, digits, hyphens and underscores.");
        }
        String text = HeaderText.of(header);
        int expected = 1
                + header.comments().size()
                + switch (header) {
                    case RecordHeader record -> record.signals().size();
                    case SegmentedHeader segmented -> segmented.segments().size();
                };
        List<String> lines = text.lines().toList();
        if (lines.size() != expected || lines.stream().anyMatch(line -> line.length() >= HeaderText.MAX_LINE)) {
            throw new RecordingException(
                    name,
                    "would have a text with a line break in it, or a line of more than 255 characters",
                    "Shorten the text.");
        }
        try {
            Files.writeString(folder.resolve(name), text, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw failure(name, e);
        }
    }

    private List<SignalLine> writeGroup(SignalGroup group, List<WfdbSignal> signals, int frames)
            throws RecordingException {
        SignalFormat format = group.signals()
                .getFirst()
                .format()
                .orElseThrow(() -> new RecordingException(
                        group.file(),
                        "would have format " + group.signals().getFirst().formatNumber() + ", which is not written",
                        "Use 16, or 24 and 32 for larger values."));
        GroupWriter writer = new GroupWriter(format, signals);
        if (format != SignalFormat.NULL) {
            try (OutputStream out =
                    new BufferedOutputStream(Files.newOutputStream(folder.resolve(group.file())), 1 << 16)) {
                writer.write(frames, out);
            } catch (RecordingException e) {
                throw e;
            } catch (IOException e) {
                throw failure(group.file(), e);
            }
        }
        return writer.lines();
    }

    private static void requireFile(String header, String file) throws RecordingException {
        if (!FILE.matcher(file).matches()) {
            throw new RecordingException(
                    header,
                    "would name a signal file \"" + file + "\"",
                    "Use letters, digits, dots, hyphens and underscores; signal files lie beside their header.");
        }
    }

    private RecordingException failure(String file, IOException cause) {
        return new RecordingException(
                file,
                "could not be written into " + FileContent.name(folder) + " (" + cause.getMessage() + ")",
                "Check the folder and its space.",
                cause);
    }
}
