package io.milliwatt.irrigation.adapter.forecast;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.milliwatt.irrigation.adapter.db.ForecastAnswerTable;
import io.milliwatt.irrigation.adapter.db.ForecastAnswerTable.Good;
import io.milliwatt.irrigation.adapter.db.ForecastAnswerTable.Kept;
import io.milliwatt.irrigation.adapter.forecast.AnswerFetcher.Fetched;
import io.milliwatt.irrigation.reason.Reason;
import io.milliwatt.irrigation.reason.ReasonCode;
import io.milliwatt.irrigation.site.Site;
import io.milliwatt.irrigation.weather.Forecast;
import io.milliwatt.irrigation.weather.ForecastAnswer;
import io.milliwatt.irrigation.weather.ForecastDay;
import io.milliwatt.irrigation.weather.ForecastService;
import io.milliwatt.irrigation.weather.StationClimatology;
import io.milliwatt.irrigation.weather.WeatherDay;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/**
 * Asks the service that the installation names, no more often than it is set up to, and believes an answer only as far as it can be. A service
 * that fails is left alone until its next turn; its last good answer counts for a while.
 */
@ApplicationScoped
@Startup
class HttpForecastService implements ForecastService {

    private static final Logger LOG = Logger.getLogger(HttpForecastService.class);
    /** Whatever a service says of when to come again. */
    private static final Duration LONGEST_PAUSE = Duration.ofHours(24);
    /** A mean so far from that of the time of the year is no weather but a wrong place, unit or season. */
    private static final double LARGEST_DIFFERENCE = 20;

    private static final Duration BREATH = Duration.ofMinutes(1);

    private final Services services;
    private final ForecastAnswerTable answers;
    private final AnswerFetcher fetcher;
    private final StationClimatology climatology = new StationClimatology();
    private final Clock clock;
    /** Services write what is not known as NaN, though JSON has no such number. */
    private final JsonMapper json = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .build();

    private final Map<String, Silence> silent = new ConcurrentHashMap<>();

    /** Until when a host is not asked by anybody, and why. */
    private record Silence(Instant until, Reason reason) {}

    HttpForecastService(WeatherSettings settings, ForecastAnswerTable answers, Clock clock) {
        this.services = Services.of(settings);
        this.answers = answers;
        this.fetcher = new AnswerFetcher(settings.timeout(), settings.contact());
        this.clock = clock;
    }

    @Override
    public ForecastAnswer forecast(Site site, List<WeatherDay> past, LocalDate today, int days) {
        Optional<Services.Service> service = services.of(site.id());
        if (service.isEmpty()) {
            return new ForecastAnswer.Unasked();
        }
        Instant now = clock.instant();
        Question question = new Question(site, today, days, now);
        if (!answers.claim(site.id(), service.get().key(question), now, now.plus(services.every()))) {
            return answers.find(site.id())
                    .map(kept -> standing(kept, now))
                    .orElseGet(() -> new ForecastAnswer.Untold(List.of(), Optional.empty()));
        }
        return ask(service.get(), question, past);
    }

    @Override
    public Optional<Standing> standing(String siteId) {
        return services.of(siteId)
                .flatMap(service -> answers.find(siteId))
                .map(kept -> new Standing(kept.askedAt(), kept.nextAt(), kept.goodAt(), kept.trouble()));
    }

    /** Hosts that were silent may be asked at once. */
    void forgetSilence() {
        silent.clear();
    }

    private ForecastAnswer ask(Services.Service service, Question question, List<WeatherDay> past) {
        String siteId = question.site().id();
        Instant now = question.now();
        Kept kept = answers.find(siteId).orElseThrow();
        try {
            Fetched fetched = fetch(service, question, kept);
            Optional<Forecast> said = Optional.empty();
            if (fetched.body().isPresent()) {
                said = Optional.of(service.format().read(parsed(fetched.body().get()), question));
                believable(said.get(), past, question);
            }
            answers.good(
                    siteId,
                    new Good(fetched.body(), fetched.etag(), fetched.lastModified()),
                    now,
                    next(now, fetched.validUntil()));
            return said.<ForecastAnswer>map(ForecastAnswer.Told::new).orElseGet(() -> new ForecastAnswer.Stands(now));
        } catch (AnswerFault fault) {
            LOG.warnf("The weather service of the site %s: %s", siteId, fault.getMessage());
            answers.failed(
                    siteId,
                    List.of(fault.reason()),
                    next(now, fault.retryAfter().map(now::plus)));
            return standing(answers.find(siteId).orElseThrow(), now);
        }
    }

    /** A host that has just left one site without an answer does not keep every other site waiting as well. */
    private Fetched fetch(Services.Service service, Question question, Kept kept) throws AnswerFault {
        String host = service.address().getRawAuthority();
        Silence before = silent.get(host);
        if (before != null && before.until().isAfter(question.now())) {
            throw new AnswerFault(before.reason());
        }
        try {
            Fetched fetched =
                    fetcher.fetch(service.format().uri(service.address(), question), kept.etag(), kept.lastModified());
            silent.remove(host);
            return fetched;
        } catch (AnswerFault fault) {
            if (fault.reason().code() != ReasonCode.FORECAST_REFUSED) {
                silent.put(host, new Silence(question.now().plus(BREATH), fault.reason()));
            }
            throw fault;
        }
    }

    private JsonNode parsed(String body) throws AnswerFault {
        try {
            JsonNode answer = json.readTree(body);
            if (answer.isObject()) {
                return answer;
            }
            throw AnswerCheck.unreadable("its beginning");
        } catch (JsonProcessingException damaged) {
            throw new AnswerFault(AnswerCheck.unreadable("its JSON").reason());
        }
    }

    private void believable(Forecast said, List<WeatherDay> past, Question question) throws AnswerFault {
        Optional<Forecast> usual = climatology.forecast(past, question.today(), question.days());
        double expected = mean(said.days());
        if (usual.isPresent() && Math.abs(expected - mean(usual.get().days())) > LARGEST_DIFFERENCE) {
            throw new AnswerFault(Reason.of(ReasonCode.FORECAST_UNBELIEVABLE)
                    .with("celsius", expected)
                    .with(
                            "differenceKelvin",
                            Math.abs(expected - mean(usual.get().days()))));
        }
    }

    private static double mean(List<ForecastDay> days) {
        return days.stream()
                .mapToDouble(day -> (day.minimumCelsius() + day.maximumCelsius()) / 2)
                .average()
                .orElseThrow();
    }

    private ForecastAnswer standing(Kept kept, Instant now) {
        boolean counts = kept.goodAt()
                .filter(good ->
                        kept.trouble().isEmpty() || good.plus(services.hold()).isAfter(now))
                .isPresent();
        return counts
                ? new ForecastAnswer.Stands(kept.goodAt().get())
                : new ForecastAnswer.Untold(kept.trouble(), kept.goodAt());
    }

    /** Never sooner than set up, later where the service wants it, and not much later. */
    private Instant next(Instant now, Optional<Instant> wanted) {
        Instant least = now.plus(services.every());
        Instant most = now.plus(LONGEST_PAUSE);
        return wanted.filter(least::isBefore)
                .map(at -> at.isAfter(most) ? most : at)
                .orElse(least);
    }
}
