package io.milliwatt.datasets.wfdb;

import io.milliwatt.datasets.recording.Findings;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The notes at the begin of an annotation file that speak of the file itself: what its sample numbers count, and codes of its own
 * (annotation labels, WFDB library 5.3 and later; time resolution, 10.4.5 and later).
 */
final class AnnotationLabels {
    private static final Pattern DEFINITION =
            Pattern.compile("(\\d{1,2})[ \\t]+(\\S+)(?:[ \\t]+(.*))?", Pattern.DOTALL);

    private AnnotationLabels() {}

    static AnnotationFile separate(String file, List<Annotation> all, Findings findings) {
        OptionalDouble resolution = OptionalDouble.empty();
        List<AnnotationFile.Definition> definitions = new ArrayList<>();
        int count = 0;
        boolean defining = false;
        boolean more = true;
        while (more && count < all.size() && isNote(all.get(count))) {
            String text = all.get(count).auxiliary();
            Optional<AnnotationFile.Definition> definition = defining ? definition(text) : Optional.empty();
            if (text.startsWith(AnnotationWords.TIME_RESOLUTION)) {
                resolution = resolution(file, text.substring(AnnotationWords.TIME_RESOLUTION.length()), findings);
            } else if (text.equals(AnnotationWords.DEFINITIONS_BEGIN) || text.equals(AnnotationWords.DEFINITIONS_END)) {
                defining = text.equals(AnnotationWords.DEFINITIONS_BEGIN);
            } else if (definition.isPresent()) {
                definitions.add(definition.get());
            } else {
                more = false;
            }
            count += more ? 1 : 0;
        }
        if (count > 0 && count < all.size() && isEndOfLabels(all.get(count))) {
            count++;
        }
        List<Annotation> annotations = all.subList(count, all.size());
        tellOfDisorder(file, annotations, findings);
        return new AnnotationFile(annotations, resolution, definitions, findings.sentences());
    }

    private static void tellOfDisorder(String file, List<Annotation> annotations, Findings findings) {
        for (int i = 1; i < annotations.size(); i++) {
            long before = annotations.get(i - 1).sample();
            if (annotations.get(i).sample() < before) {
                findings.note(
                        file,
                        "has an annotation at sample " + annotations.get(i).sample() + " after one at sample "
                                + before);
            }
        }
    }

    /** As the writer puts them, the mark after them included; none if there is nothing to say. */
    static List<Annotation> of(AnnotationFile file) {
        List<Annotation> labels = new ArrayList<>();
        file.timeResolutionHz().ifPresent(rate -> labels.add(note(AnnotationWords.TIME_RESOLUTION + text(rate))));
        if (!file.definitions().isEmpty()) {
            labels.add(note(AnnotationWords.DEFINITIONS_BEGIN));
            for (AnnotationFile.Definition definition : file.definitions()) {
                labels.add(note(definition.code().number() + " " + definition.mnemonic()
                        + definition.description().map(text -> " " + text).orElse("")));
            }
            labels.add(note(AnnotationWords.DEFINITIONS_END));
        }
        if (!labels.isEmpty()) {
            labels.add(Annotation.of(0, AnnotationCode.NOT_QRS));
        }
        return labels;
    }

    private static String text(double rate) {
        return rate == Math.rint(rate) && rate < 1e9 ? String.format(Locale.ROOT, "%.0f", rate) : Double.toString(rate);
    }

    private static Annotation note(String text) {
        return new Annotation(0, AnnotationCode.COMMENT, 0, 0, 0, text);
    }

    private static boolean isNote(Annotation annotation) {
        return annotation.sample() == 0 && annotation.code() == AnnotationCode.COMMENT && annotation.subtype() == 0;
    }

    private static boolean isEndOfLabels(Annotation annotation) {
        return annotation.sample() == 0 && annotation.code() == AnnotationCode.NOT_QRS;
    }

    private static Optional<AnnotationFile.Definition> definition(String text) {
        Matcher matcher = DEFINITION.matcher(text);
        return matcher.matches()
                ? AnnotationCode.of(Integer.parseInt(matcher.group(1)))
                        .map(code -> new AnnotationFile.Definition(
                                code, matcher.group(2), Optional.ofNullable(matcher.group(3))))
                : Optional.empty();
    }

    private static OptionalDouble resolution(String file, String text, Findings findings) {
        try {
            double rate = Double.parseDouble(text.strip());
            if (rate > 0 && Double.isFinite(rate)) {
                return OptionalDouble.of(rate);
            }
        } catch (NumberFormatException e) {
            // Said below, as for a rate that is none.
        }
        findings.note(
                file,
                "states the time resolution \"" + text.strip()
                        + "\", which is none; its sample numbers are taken as the record's");
        return OptionalDouble.empty();
    }
}
