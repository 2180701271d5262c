package io.milliwatt.irrigation.reason;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The console says every reason in the reader's language, with the figures that come with it. */
class ReasonWordsTest {
    private static final Path DICTIONARY = Path.of("src/main/resources/web/app/reason/words.json");
    private static final Pattern PLACE = Pattern.compile("\\{(\\w+)(?::\\d+)?}");

    @ParameterizedTest
    @EnumSource
    void everyReasonIsSaidInEveryLanguageWithItsFigures(ReasonCode code) throws IOException {
        JsonNode phrase = new ObjectMapper().readTree(DICTIONARY.toFile()).path(code.label());
        assertThat(phrase.isObject()).as("phrase of %s", code.label()).isTrue();
        for (JsonNode wording : phrase) {
            assertThat(places(code.english())).as("%s", wording).containsAll(places(wording.asText()));
        }
        assertThat(phrase.properties()).hasSize(3);
    }

    @ParameterizedTest
    @EnumSource
    void everySettingHasItsNameInEveryLanguage(Setting setting) throws IOException {
        JsonNode phrase = new ObjectMapper().readTree(DICTIONARY.toFile()).path("setting-" + setting.label());
        assertThat(phrase.properties()).as("name of %s", setting.label()).hasSize(3);
    }

    private static Set<String> places(String phrase) {
        return PLACE.matcher(phrase)
                .results()
                .map(place -> place.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
