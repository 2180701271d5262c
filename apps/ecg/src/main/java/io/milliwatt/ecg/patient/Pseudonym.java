package io.milliwatt.ecg.patient;

import java.security.SecureRandom;
import java.util.regex.Pattern;

/** A patient's name in everything that holds signal: drawn at random, so nothing about the patient can be read from it. */
public final class Pseudonym {

    /** Crockford's base 32: no letter that is taken for a digit. */
    private static final String SYMBOLS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private static final int LENGTH = 8;
    private static final Pattern FORM = Pattern.compile("P-[" + SYMBOLS + "]{" + LENGTH + "}");
    private static final SecureRandom RANDOM = new SecureRandom();

    private Pseudonym() {}

    /** A new one, such as {@code P-7F3K2QXA}. */
    public static String draw() {
        StringBuilder text = new StringBuilder("P-");
        RANDOM.ints(LENGTH, 0, SYMBOLS.length()).forEach(symbol -> text.append(SYMBOLS.charAt(symbol)));
        return text.toString();
    }

    public static boolean isOne(String text) {
        return FORM.matcher(text).matches();
    }
}
