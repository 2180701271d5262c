package io.milliwatt.platform.live;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;

/** What pages may ask to be told besides what everybody is told. An app that has such topics makes one bean of this kind. */
public interface LiveTopics {

    /**
     * The topics that a page's message asks for; they replace those that it asked for before.
     *
     * @throws IllegalArgumentException with a sentence when the message is none that this app knows
     */
    Set<String> asked(JsonNode message);
}
