package io.milliwatt.ecg.adapter.rest;

import jakarta.validation.constraints.Size;
import java.util.Optional;

/** What a person says with an acknowledgement. */
public record AcknowledgeRequest(Optional<@Size(max = LONGEST_COMMENT) String> comment) {

    private static final int LONGEST_COMMENT = 2000;

    Optional<String> text() {
        return comment.map(String::strip).filter(text -> !text.isEmpty());
    }
}
