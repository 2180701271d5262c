package io.milliwatt.gateway.adapter.rest;

import jakarta.ws.rs.core.Response;

/**
 * An error as RFC 9457 puts it.
 *
 * @param title the status in words
 * @param detail one sentence: what is wrong and what to do
 * @param code stable, for programs
 */
public record Problem(String type, String title, int status, String detail, String code) {
    public static final String MEDIA_TYPE = "application/problem+json";

    static Problem of(Response.StatusType status, String code, String detail) {
        return new Problem("about:blank", status.getReasonPhrase(), status.getStatusCode(), detail, code);
    }

    Response response() {
        return Response.status(status).type(MEDIA_TYPE).entity(this).build();
    }
}
