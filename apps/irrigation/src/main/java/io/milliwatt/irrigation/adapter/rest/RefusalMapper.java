package io.milliwatt.irrigation.adapter.rest;

import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Hands out a refusal with the reason that it carries. */
public class RefusalMapper {

    @ServerExceptionMapper
    public Response told(Refusal.Told refusal) {
        return refusal.getResponse();
    }
}
