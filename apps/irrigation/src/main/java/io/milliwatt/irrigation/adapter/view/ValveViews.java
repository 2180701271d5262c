package io.milliwatt.irrigation.adapter.view;

import io.milliwatt.irrigation.adapter.db.Farm;
import io.milliwatt.irrigation.adapter.db.Run;
import io.milliwatt.irrigation.adapter.db.RunTable;
import io.milliwatt.irrigation.adapter.db.ValveTable;
import io.milliwatt.irrigation.adapter.db.ValveTable.Place;
import io.milliwatt.irrigation.adapter.db.ValveTable.Word;
import io.milliwatt.irrigation.adapter.desk.SafetyDesk;
import io.milliwatt.irrigation.reason.Reason;
import io.milliwatt.irrigation.supply.Valve;
import io.milliwatt.irrigation.zone.Zone;
import io.milliwatt.platform.storage.NodeState;
import io.milliwatt.platform.storage.NodeStateTable;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Puts together what pages see of valves. */
@ApplicationScoped
public class ValveViews {

    private static final double SECONDS_PER_HOUR = 3600;
    private static final double LITRES_PER_CUBIC_METRE = 1000;

    private final ValveTable valves;
    private final RunTable runs;
    private final NodeStateTable nodes;
    private final SafetyDesk safety;
    private final Clock clock;
    private final Duration linkLostAfter;

    ValveViews(
            ValveTable valves,
            RunTable runs,
            NodeStateTable nodes,
            SafetyDesk safety,
            Clock clock,
            @ConfigProperty(name = "milliwatt.valves.link-lost-after", defaultValue = "90m") Duration linkLostAfter) {
        this.valves = valves;
        this.runs = runs;
        this.nodes = nodes;
        this.safety = safety;
        this.clock = clock;
        this.linkLostAfter = linkLostAfter;
    }

    public List<ValveView> of(Farm farm, Collection<Valve> wanted) {
        if (wanted.isEmpty()) {
            return List.of();
        }
        List<Long> numbers = wanted.stream().map(Valve::node).distinct().toList();
        Map<Place, Word> words = valves.latest(numbers);
        Map<Long, NodeState> states =
                nodes.of(numbers).stream().collect(Collectors.toMap(NodeState::node, Function.identity()));
        List<Run> going = runs.unfinished();
        return wanted.stream()
                .map(valve -> view(
                        farm,
                        valve,
                        Optional.ofNullable(words.get(new Place(valve.node(), valve.output()))),
                        Optional.ofNullable(states.get(valve.node())).map(NodeState::lastReceivedAt),
                        going.stream()
                                .filter(run -> run.valveId().equals(valve.id()))
                                .toList(),
                        safety.interlocks(valve)))
                .toList();
    }

    private ValveView view(
            Farm farm,
            Valve valve,
            Optional<Word> word,
            Optional<Instant> heard,
            List<Run> going,
            List<Reason> interlocks) {
        Instant now = clock.instant();
        boolean lost = heard.map(at -> at.plus(linkLostAfter).isBefore(now)).orElse(true);
        return new ValveView(
                valve.id(),
                valve.name(),
                valve.zoneId().orElse(""),
                valve.node(),
                valve.output(),
                valve.sourceId(),
                valve.zoneId()
                        .flatMap(farm::zone)
                        .map(Zone::method)
                        .map(method -> method.flowCubicMetresPerHour())
                        .orElse(0.0),
                valve.maximumOpen().toSeconds(),
                valve.litresPerPulse().isPresent()
                        ? Optional.of(valve.litresPerPulse().getAsDouble())
                        : Optional.empty(),
                state(word, going, now),
                word.map(said -> said.open() ? said.at().minusSeconds(said.openSeconds()) : said.at()),
                word.filter(Word::open).map(said -> said.at().plusSeconds(said.limitSeconds() - said.openSeconds())),
                word.map(Word::cause),
                flow(word),
                ReasonView.all(interlocks),
                heard,
                lost ? "lost" : "good");
    }

    /** An open valve that has told of itself lately; a word of an opening that should long be over is no knowledge. */
    private static String state(Optional<Word> word, List<Run> going, Instant now) {
        boolean asked =
                going.stream().flatMap(run -> run.cycles().stream()).anyMatch(cycle -> cycle.state() == Run.State.SENT);
        if (word.isEmpty()) {
            return asked ? "opening" : "unknown";
        }
        Word said = word.get();
        if (said.open()) {
            return said.at().plusSeconds(said.limitSeconds()).plusSeconds(120).isBefore(now) ? "unknown" : "open";
        }
        return asked ? "opening" : "closed";
    }

    private static OptionalDouble flow(Optional<Word> word) {
        return word.filter(said -> said.open() && said.litres() > 0 && said.openSeconds() > 0)
                .map(said -> OptionalDouble.of(
                        said.litres() / LITRES_PER_CUBIC_METRE / (said.openSeconds() / SECONDS_PER_HOUR)))
                .orElse(OptionalDouble.empty());
    }
}
