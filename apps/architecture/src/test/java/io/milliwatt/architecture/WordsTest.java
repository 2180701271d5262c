package io.milliwatt.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whoever reads a console in Spanish or French reads all of it so; a phrase that one language lacks shows as its key. */
class WordsTest {
    private static final Set<String> LANGUAGES = Set.of("en", "es", "fr");
    private static final Pattern PLACE = Pattern.compile("\\{(\\w+)}");
    private static final Pattern SAID = Pattern.compile("\\bsay\\('([^']+)'");

    static List<Path> dictionaries() throws IOException {
        List<Path> found = webFiles(path -> path.endsWith("words.json"));
        assertThat(found).as("dictionaries").hasSizeGreaterThan(5);
        return found;
    }

    @ParameterizedTest
    @MethodSource("dictionaries")
    void everyPhraseStandsInEveryLanguageWithTheSameValues(Path dictionary) throws IOException {
        JsonNode words = new ObjectMapper().readTree(dictionary.toFile());
        assertThat(words.properties())
                .as("phrases of %s", dictionary)
                .isNotEmpty()
                .allSatisfy(entry -> {
                    assertThat(names(entry.getValue())).as(entry.getKey()).isEqualTo(LANGUAGES);
                    Set<String> values = places(entry.getValue().get("en"));
                    for (JsonNode phrase : entry.getValue()) {
                        assertThat(wordings(phrase))
                                .as(entry.getKey())
                                .isNotEmpty()
                                .noneMatch(String::isBlank);
                        assertThat(places(phrase))
                                .as("values of %s", entry.getKey())
                                .isEqualTo(values);
                    }
                });
    }

    @ParameterizedTest
    @MethodSource("dictionaries")
    void whatThePagesBesideADictionarySayStandsInIt(Path dictionary) throws IOException {
        Set<String> known = names(new ObjectMapper().readTree(dictionary.toFile()));
        for (Path source : webFiles(path -> path.toString().endsWith(".ts"))) {
            if (source.getParent().equals(dictionary.getParent())
                    && Files.readString(source).contains("'./words.json'")) {
                assertThat(said(source)).as("said in %s", source).isSubsetOf(known);
            }
        }
    }

    private static Set<String> said(Path source) throws IOException {
        return SAID.matcher(Files.readString(source))
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toSet());
    }

    /** One wording, or those for one thing and for several. */
    private static List<String> wordings(JsonNode phrase) {
        if (phrase.isTextual()) {
            return List.of(phrase.textValue());
        }
        assertThat(names(phrase)).isEqualTo(Set.of("one", "other"));
        return List.of(phrase.get("one").asText(), phrase.get("other").asText());
    }

    private static Set<String> places(JsonNode phrase) {
        return wordings(phrase).stream()
                .flatMap(wording -> PLACE.matcher(wording).results())
                .map((MatchResult place) -> place.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> names(JsonNode object) {
        return object.properties().stream().map(entry -> entry.getKey()).collect(Collectors.toSet());
    }

    /** Of the sources alone: build folders hold copies, and thousands of files besides. */
    private static List<Path> webFiles(Predicate<Path> wanted) throws IOException {
        List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> modules =
                Files.newDirectoryStream(Suite.root().resolve("apps"))) {
            for (Path module : modules) {
                Path web = module.resolve("src/main/resources/web");
                if (Files.isDirectory(web)) {
                    try (Stream<Path> files = Files.walk(web)) {
                        files.filter(wanted).sorted().forEach(found::add);
                    }
                }
            }
        }
        return found;
    }
}
