package io.milliwatt.runtime.decision;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/**
 * Section 4 of a bundle.
 *
 * @param rule from one window to a verdict
 * @param voting from verdicts to events
 * @param qualityMask a window with one of these quality bits is not judged, 16 bits
 * @param probabilityFloor 0 … 255
 * @param urgencies of verdicts 0 … 4, each 0 information … 3 high; larger verdicts take the last
 */
public record Decision(
        VerdictRule rule, Voting voting, int qualityMask, int probabilityFloor, List<Integer> urgencies) {

    private static final int HIGHEST_SCORE = 1;
    private static final int RACE_LINES = 2;
    private static final int BEATS = 3;
    private static final int SOIL = 4;
    private static final int HEAD = 16;
    private static final int VERDICTS_WITH_URGENCY = 5;

    public Decision {
        urgencies = List.copyOf(urgencies);
        require(qualityMask >= 0 && qualityMask <= 0xFFFF, "A quality mask has 16 bits, but is " + qualityMask + ".");
        require(
                probabilityFloor >= 0 && probabilityFloor <= 255,
                "A probability floor must be 0 to 255, not " + probabilityFloor + ".");
        require(
                urgencies.size() == VERDICTS_WITH_URGENCY && urgencies.stream().allMatch(u -> u >= 0 && u <= 3),
                "There must be five urgencies of 0 to 3, not " + urgencies + ".");
    }

    /** Whether a window with these quality bits is judged at all. */
    public boolean judges(int qualityBits) {
        return (qualityBits & qualityMask) == 0;
    }

    public int urgencyOf(int verdict) {
        return urgencies.get(Math.min(verdict, VERDICTS_WITH_URGENCY - 1));
    }

    public byte[] encode() {
        int length = switch (rule) {
            case VerdictRule.HighestScore _ -> HEAD;
            case VerdictRule.RaceLines _ -> HEAD + 32;
            case VerdictRule.Beats _ -> HEAD + BeatRule.LENGTH;
            case VerdictRule.Soil _ -> HEAD + SoilRule.LENGTH;
        };
        ByteBuffer out = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        out.put((byte) number());
        out.put((byte) voting.raise()).put((byte) voting.windows()).put((byte) voting.clear());
        out.putShort((short) qualityMask).put((byte) probabilityFloor).put((byte) 0);
        urgencies.forEach(urgency -> out.put(urgency.byteValue()));
        out.position(HEAD);
        if (rule instanceof VerdictRule.Beats beats) {
            beats.rule().write(out);
        }
        if (rule instanceof VerdictRule.Soil soil) {
            soil.rule().write(out);
        }
        if (rule instanceof VerdictRule.RaceLines lines) {
            for (Evidence each : List.of(lines.inner(), lines.outer(), lines.ball(), lines.anomaly())) {
                out.put((byte) each.valueIndex())
                        .put((byte) 0)
                        .putShort((short) 0)
                        .putInt(each.threshold());
            }
        }
        return out.array();
    }

    private int number() {
        return switch (rule) {
            case VerdictRule.HighestScore _ -> HIGHEST_SCORE;
            case VerdictRule.RaceLines _ -> RACE_LINES;
            case VerdictRule.Beats _ -> BEATS;
            case VerdictRule.Soil _ -> SOIL;
        };
    }

    /**
     * Reads and checks section 4.
     *
     * @throws IllegalArgumentException with a sentence if the data break a rule of the format
     */
    public static Decision decode(byte[] data) {
        ByteBuffer in = ByteBuffer.wrap(data).order(ByteOrder.LITTLE_ENDIAN);
        try {
            Decision decision = read(in);
            require(!in.hasRemaining(), "The decision section has " + in.remaining() + " bytes too many.");
            return decision;
        } catch (BufferUnderflowException cut) {
            throw new IllegalArgumentException("The decision section ends after " + data.length + " bytes.", cut);
        }
    }

    private static Decision read(ByteBuffer in) {
        int rule = Byte.toUnsignedInt(in.get());
        int raise = Byte.toUnsignedInt(in.get());
        int windows = Byte.toUnsignedInt(in.get());
        Voting voting = new Voting(raise, windows, Byte.toUnsignedInt(in.get()));
        int qualityMask = Short.toUnsignedInt(in.getShort());
        int floor = Byte.toUnsignedInt(in.get());
        require(in.get() == 0, "A reserved byte of the decision section is not 0.");
        Integer[] urgencies = new Integer[VERDICTS_WITH_URGENCY];
        for (int index = 0; index < urgencies.length; index++) {
            urgencies[index] = Byte.toUnsignedInt(in.get());
        }
        require(in.getShort() == 0 && in.get() == 0, "A reserved byte of the decision section is not 0.");
        VerdictRule verdictRule = switch (rule) {
            case HIGHEST_SCORE -> new VerdictRule.HighestScore();
            case RACE_LINES -> new VerdictRule.RaceLines(evidence(in), evidence(in), evidence(in), evidence(in));
            case BEATS -> new VerdictRule.Beats(BeatRule.read(in));
            case SOIL -> new VerdictRule.Soil(SoilRule.read(in));
            default -> throw new IllegalArgumentException("Decision rule " + rule + " is not known here.");
        };
        return new Decision(verdictRule, voting, qualityMask, floor, List.of(urgencies));
    }

    private static Evidence evidence(ByteBuffer in) {
        int index = Byte.toUnsignedInt(in.get());
        require(in.get() == 0 && in.getShort() == 0, "A reserved byte of the decision section is not 0.");
        return new Evidence(index, in.getInt());
    }

    private static void require(boolean holds, String sentence) {
        if (!holds) {
            throw new IllegalArgumentException(sentence);
        }
    }
}
