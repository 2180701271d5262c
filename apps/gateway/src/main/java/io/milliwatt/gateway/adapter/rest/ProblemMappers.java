package io.milliwatt.gateway.adapter.rest;

import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.milliwatt.gateway.node.NodeRevokedException;
import io.milliwatt.gateway.node.NumberTakenException;
import io.milliwatt.gateway.update.UpdateUnderWayException;
import io.milliwatt.runtime.bundle.MalformedBundleException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.lang.annotation.Annotation;
import java.util.Locale;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Turns what goes wrong on a route into a problem document; nothing of the inside is told. */
final class ProblemMappers {
    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);

    @ServerExceptionMapper
    Response numberTaken(NumberTakenException taken) {
        return Problem.of(Status.CONFLICT, "node-number-taken", taken.getMessage())
                .response();
    }

    @ServerExceptionMapper
    Response revoked(NodeRevokedException revoked) {
        return Problem.of(Status.CONFLICT, "node-revoked", revoked.getMessage()).response();
    }

    @ServerExceptionMapper
    Response noSuchNode(NoSuchNodeException missing) {
        return Problem.of(Status.NOT_FOUND, "node-not-found", missing.getMessage())
                .response();
    }

    @ServerExceptionMapper
    Response noSuchBundle(NoSuchBundleException missing) {
        return Problem.of(Status.NOT_FOUND, "bundle-not-found", missing.getMessage())
                .response();
    }

    @ServerExceptionMapper
    Response noSuchUpdate(NoSuchUpdateException missing) {
        return Problem.of(Status.NOT_FOUND, "update-not-found", missing.getMessage())
                .response();
    }

    @ServerExceptionMapper
    Response underWay(UpdateUnderWayException busy) {
        return Problem.of(Status.CONFLICT, "update-under-way", busy.getMessage())
                .response();
    }

    @ServerExceptionMapper
    Response malformedBundle(MalformedBundleException broken) {
        return Problem.of(Status.BAD_REQUEST, "bundle-refused", sentence(broken.getMessage()))
                .response();
    }

    @ServerExceptionMapper
    Response invalid(IllegalArgumentException invalid) {
        return Problem.of(Status.BAD_REQUEST, "invalid-request", sentence(invalid.getMessage()))
                .response();
    }

    @ServerExceptionMapper
    Response closed(RegistryClosedException closed) {
        return Problem.of(Status.SERVICE_UNAVAILABLE, "registry-unavailable", closed.getMessage())
                .response();
    }

    /** A JSON document whose values have other types than the route's. */
    @ServerExceptionMapper
    Response mismatched(MismatchedInputException mismatched) {
        return unreadable();
    }

    /** What the framework refuses on its own comes without a body. */
    @ServerResponseFilter
    void explain(ContainerResponseContext response) {
        if (response.getStatus() < Status.BAD_REQUEST.getStatusCode() || response.hasEntity()) {
            return;
        }
        Response explained = switch (response.getStatus()) {
            case 400 -> unreadable();
            case 404 ->
                Problem.of(Status.NOT_FOUND, "route-not-found", "There is nothing at this address.")
                        .response();
            default ->
                Problem.of(
                                response.getStatusInfo(),
                                "request-refused",
                                "The request cannot be served: "
                                        + response.getStatusInfo().getReasonPhrase() + ".")
                        .response();
        };
        response.setEntity(explained.getEntity(), new Annotation[0], explained.getMediaType());
    }

    private static Response unreadable() {
        return Problem.of(
                        Status.BAD_REQUEST, "invalid-json", "The body is not the JSON document that this route takes.")
                .response();
    }

    @ServerExceptionMapper
    Response failed(RuntimeException failure) {
        if (failure instanceof WebApplicationException refused) {
            return refused.getResponse();
        }
        LOG.error("A request failed", failure);
        return Problem.of(
                        Status.SERVICE_UNAVAILABLE,
                        "registry-unavailable",
                        "The registry cannot be reached just now; see /q/health and try again.")
                .response();
    }

    private static String sentence(String message) {
        String capital = message.substring(0, 1).toUpperCase(Locale.ROOT) + message.substring(1);
        return capital.endsWith(".") ? capital : capital + ".";
    }
}
