package io.milliwatt.platform.problems;

import jakarta.ws.rs.core.Response;

/**
 * The body of an error, RFC 9457.
 *
 * @param type a URI reference that names the kind of problem
 * @param detail a sentence
 * @param code stable, for programs
 */
public record Problem(String type, String title, int status, String detail, String code) {

    public static final String MEDIA_TYPE = "application/problem+json";

    /** A problem with the status's own title. */
    public static Problem of(int status, String code, String detail) {
        Response.Status known = Response.Status.fromStatusCode(status);
        String title = known == null ? "Error" : known.getReasonPhrase();
        return new Problem("urn:milliwatt:problem:" + code, title, status, detail, code);
    }

    /** As an answer. */
    public Response toResponse() {
        return Response.status(status).type(MEDIA_TYPE).entity(this).build();
    }
}
