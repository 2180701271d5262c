package io.milliwatt.datasets.wfdb;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What an annotation file holds.
 *
 * @param annotations in the order of the file, which is that of time unless a finding says otherwise
 * @param timeResolutionHz what the sample numbers count, if the file states it; else they count the record's samples
 * @param definitions what codes mean in this file, where that is not what they mean everywhere
 * @param findings one sentence for everything that is not as it should be
 */
public record AnnotationFile(
        List<Annotation> annotations,
        OptionalDouble timeResolutionHz,
        List<Definition> definitions,
        List<String> findings) {
    public AnnotationFile {
        annotations = List.copyOf(annotations);
        definitions = List.copyOf(definitions);
        findings = List.copyOf(findings);
        if (timeResolutionHz.isPresent()
                && !(timeResolutionHz.getAsDouble() > 0 && Double.isFinite(timeResolutionHz.getAsDouble()))) {
            throw new IllegalArgumentException(
                    "time resolution must be above 0 Hz, not " + timeResolutionHz.getAsDouble());
        }
    }

    /** Annotations that count the samples of their record, with the codes everybody knows. */
    public static AnnotationFile of(List<Annotation> annotations) {
        return new AnnotationFile(annotations, OptionalDouble.empty(), List.of(), List.of());
    }

    /**
     * A file's own meaning of a code.
     *
     * @param mnemonic without spaces
     */
    public record Definition(AnnotationCode code, String mnemonic, Optional<String> description) {
        public Definition {
            if (mnemonic.isEmpty() || mnemonic.chars().anyMatch(Character::isWhitespace)) {
                throw new IllegalArgumentException("a mnemonic must not be empty or have spaces: \"" + mnemonic + "\"");
            }
        }
    }
}
