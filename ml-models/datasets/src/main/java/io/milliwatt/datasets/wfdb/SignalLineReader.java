package io.milliwatt.datasets.wfdb;

import io.milliwatt.datasets.recording.RecordingException;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads one signal's line of a header. */
final class SignalLineReader {
    private static final Pattern FORMAT = Pattern.compile("(\\d+)(?:x(\\d+))?(?::(\\d+))?(?:\\+(\\d+))?");
    private static final Pattern GAIN = Pattern.compile("([^()/\\s]+)(?:\\(([^()\\s]+)\\))?(?:/(\\S+))?");

    private final HeaderTokens tokens;

    private SignalLineReader(HeaderTokens tokens) {
        this.tokens = tokens;
    }

    /** @param index of the signal, from 0 */
    static SignalLine read(HeaderTokens tokens, String recordName, int index) throws RecordingException {
        return new SignalLineReader(tokens).line("record " + recordName + ", signal " + index);
    }

    private SignalLine line(String defaultDescription) throws RecordingException {
        String file = tokens.required("signal file");
        Matcher format = tokens.match("format", tokens.required("format"), FORMAT);
        int formatNumber = tokens.integer("format", format.group(1));
        int samplesPerFrame = modifier(format.group(2), "number of samples per frame", 1);
        if (samplesPerFrame < 1) {
            throw tokens.failure("states 0 samples per frame");
        }
        int skew = modifier(format.group(3), "skew", 0);
        int byteOffset = modifier(format.group(4), "byte offset", 0);
        Optional<Matcher> gain = tokens.next("ADC gain", GAIN);
        double statedGain =
                gain.isPresent() ? tokens.number("ADC gain", gain.get().group(1)) : 0;
        int resolution = tokens.integer("ADC resolution", 0);
        if (resolution < 0 || resolution > 64) {
            throw tokens.failure("states an ADC resolution of " + resolution + " bits");
        }
        int adcZero = tokens.integer("ADC zero", 0);
        int initialValue = tokens.integer("initial value", adcZero);
        OptionalInt checksum = checksum();
        int blockSize = tokens.integer("block size", 0);
        String description = tokens.rest();
        String baseline = gain.map(matcher -> matcher.group(2)).orElse(null);
        return new SignalLine(
                file,
                formatNumber,
                samplesPerFrame,
                skew,
                byteOffset,
                statedGain == 0 ? SignalLine.DEFAULT_GAIN : statedGain,
                statedGain != 0,
                baseline == null ? adcZero : tokens.integer("baseline", baseline),
                gain.map(matcher -> matcher.group(3)).orElse(SignalLine.DEFAULT_UNIT),
                resolution == 0
                        ? SignalFormat.of(formatNumber)
                                .map(SignalFormat::defaultResolutionBits)
                                .orElse(12)
                        : resolution,
                adcZero,
                initialValue,
                checksum,
                blockSize,
                description.isEmpty() ? defaultDescription : description);
    }

    private int modifier(String token, String field, int absent) throws RecordingException {
        return token == null ? absent : tokens.integer(field, token);
    }

    /** Some writers state the 16 bits as a number from 0 to 65535; the sum is the same. */
    private OptionalInt checksum() throws RecordingException {
        Optional<String> token = tokens.next();
        return token.isEmpty() ? OptionalInt.empty() : OptionalInt.of((short) tokens.integer("checksum", token.get()));
    }
}
