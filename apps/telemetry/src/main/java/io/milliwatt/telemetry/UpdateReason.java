package io.milliwatt.telemetry;

import java.util.Arrays;
import java.util.Optional;

/** Why a node took a state of its update, in the contract's order, 0…14. */
public enum UpdateReason {
    NONE("no reason given"),
    DOES_NOT_FIT("the bundle does not fit into the node's flash or memory"),
    FORMAT("the bundle breaks a rule of its format"),
    CHECKSUM("the bundle's checksum does not match"),
    SIGNATURE("the bundle's signature is missing or not genuine"),
    OLDER("the bundle is older than the one that the node has confirmed"),
    HARDWARE("the bundle was made for other hardware"),
    RECIPE("the node cannot run the bundle's feature recipe"),
    SELF_TEST("the model did not reproduce its own test vectors on the node"),
    TRIAL_FAILED("the node restarted before it had confirmed the model"),
    TRIAL_NOT_HEALTHY("the windows of the trial were not healthy"),
    CANCELLED("the update was cancelled"),
    FLASH("the node's flash could not be written"),
    UNKNOWN_KEY("the bundle was signed with a key that the node does not know"),
    OTHER_DIGEST("the bundle that arrived is not the one that was offered");

    private final String sentence;

    UpdateReason(String sentence) {
        this.sentence = sentence;
    }

    /** The contract's number. */
    @SuppressWarnings("EnumOrdinal") // the contract numbers reasons in their order of declaration
    public int number() {
        return ordinal();
    }

    /** For people, without a full stop. */
    public String sentence() {
        return sentence;
    }

    /** Empty for a number of a later contract. */
    public static Optional<UpdateReason> fromNumber(long number) {
        return Arrays.stream(values())
                .filter(reason -> reason.number() == number)
                .findFirst();
    }
}
