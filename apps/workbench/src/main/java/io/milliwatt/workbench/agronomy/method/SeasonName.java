package io.milliwatt.workbench.agronomy.method;

import io.milliwatt.workbench.agronomy.vector.RowException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A season in the words of its publisher: tests/test01/cottondry2013 with any extension. */
record SeasonName(String test, String season) {

    private static final Pattern PATH = Pattern.compile("(test\\d+)[/_]([\\w-]+)");

    /** The first season that a text names. */
    static SeasonName in(String text) {
        Matcher matcher = PATH.matcher(text);
        if (!matcher.find()) {
            throw new RowException("'" + text + "' names no season such as tests/test01/cottondry2013.");
        }
        return new SeasonName(matcher.group(1), matcher.group(2));
    }

    @Override
    public String toString() {
        return test + "/" + season;
    }
}
