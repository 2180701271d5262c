package io.milliwatt.irrigation.adapter.rest;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.milliwatt.irrigation.adapter.desk.RunDesk;
import io.milliwatt.irrigation.adapter.view.ReasonView;
import io.milliwatt.irrigation.reason.Reason;
import io.milliwatt.platform.problems.Problem;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.util.Optional;

/**
 * What is refused, as a problem (RFC 9457) that carries the reason with its figures, so that a page can say it in the reader's language and
 * units.
 *
 * @param reason empty where the sentence is all there is
 */
public record Refusal(@JsonUnwrapped Problem problem, Optional<ReasonView> reason) {

    /** @param code stable, such as {@code run.refused} */
    static WebApplicationException of(String code, RunDesk.Refused refused) {
        Problem problem = Problem.of(UNPROCESSABLE, code, refused.getMessage());
        return new Told(Response.status(UNPROCESSABLE)
                .type(Problem.MEDIA_TYPE)
                .entity(new Refusal(problem, refused.reason().map(ReasonView::of)))
                .build());
    }

    /**
     * What was entered, or what stands against it, in figures.
     *
     * @param status 400…499
     */
    public static WebApplicationException of(int status, String code, Reason reason) {
        return new Told(Response.status(status)
                .type(Problem.MEDIA_TYPE)
                .entity(new Refusal(Problem.of(status, code, reason.sentence()), Optional.of(ReasonView.of(reason))))
                .build());
    }

    private static final int UNPROCESSABLE = 422;

    /** Its answer stands as it is. */
    static final class Told extends WebApplicationException {
        private static final long serialVersionUID = 1;

        Told(Response response) {
            super(response);
        }
    }
}
