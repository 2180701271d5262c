package io.milliwatt.workbench.agronomy.method;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** A method's name as a list of words, so that case, spaces and punctuation do not matter. */
record MethodName(List<String> words) {

    static MethodName of(String name) {
        return new MethodName(Stream.of(name.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"))
                .filter(word -> !word.isEmpty())
                .toList());
    }

    boolean startsWith(MethodName stem) {
        return words.size() >= stem.words.size()
                && words.subList(0, stem.words.size()).equals(stem.words);
    }

    boolean contains(String word) {
        return words.contains(word);
    }
}
