package io.milliwatt.platform.problems;

import io.quarkus.arc.properties.IfBuildProperty;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jdbi.v3.core.JdbiException;

/** Turns what went wrong in a resource into a problem. */
@IfBuildProperty(name = "milliwatt.platform.problems", stringValue = "true")
public class ProblemMappers {

    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);

    @ServerExceptionMapper
    public Response problem(ProblemException problem) {
        return Problem.of(problem.status(), problem.code(), problem.getMessage())
                .toResponse();
    }

    @ServerExceptionMapper
    public Response invalid(ConstraintViolationException violations) {
        String detail = violations.getConstraintViolations().stream()
                .map(violation -> "'" + lastPart(violation.getPropertyPath().toString()) + "' " + violation.getMessage()
                        + ", but is " + violation.getInvalidValue() + ".")
                .sorted()
                .collect(Collectors.joining(" "));
        return Problem.of(400, "request.invalid", detail).toResponse();
    }

    @ServerExceptionMapper
    public Response http(WebApplicationException failure) {
        int status = failure.getResponse().getStatus();
        String detail = switch (status) {
            case 404 -> "There is nothing at this address. Check the path.";
            case 405 -> "This address does not take this method.";
            case 415 -> "This address does not take this content type.";
            case 400 -> "The request cannot be read: check the JSON and the parameters.";
            default -> "The request was refused with status " + status + ".";
        };
        return Problem.of(status, "http." + status, detail).toResponse();
    }

    @ServerExceptionMapper
    public Response database(JdbiException failure) {
        if (failure.getCause() instanceof SQLException sql && isConnection(sql)) {
            return Problem.of(
                            503, "database.unavailable", "The database cannot be reached. Try again in a few seconds.")
                    .toResponse();
        }
        return unexpected(failure);
    }

    @ServerExceptionMapper
    public Response unexpected(RuntimeException failure) {
        String reference = UUID.randomUUID().toString();
        LOG.errorf(failure, "Unexpected failure %s", reference);
        return Problem.of(
                        500,
                        "server.failure",
                        "Something went wrong in the server. Its log tells more under " + reference + ".")
                .toResponse();
    }

    private static boolean isConnection(SQLException sql) {
        String state = sql.getSQLState();
        return state == null || state.startsWith("08") || state.startsWith("57");
    }

    private static String lastPart(String path) {
        return path.substring(path.lastIndexOf('.') + 1);
    }
}
