package io.milliwatt.irrigation.adapter.rest;

import io.milliwatt.irrigation.adapter.db.AuditTrail;
import io.milliwatt.irrigation.adapter.db.Farm;
import io.milliwatt.irrigation.adapter.db.FarmDirectory;
import io.milliwatt.irrigation.adapter.db.FarmTable;
import io.milliwatt.irrigation.adapter.db.FarmTable.Kind;
import io.milliwatt.irrigation.reason.Reason;
import io.milliwatt.irrigation.reason.ReasonCode;
import io.milliwatt.irrigation.reason.UnfitException;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.WebApplicationException;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/** Changes what is set up: checked by the domain, written with its line in the audit trail, and seen at once. */
@ApplicationScoped
class SetUpDesk {

    private static final String CLASS_OF_INTEGRITY_VIOLATIONS = "23";

    private final Jdbi jdbi;
    private final FarmTable table;
    private final FarmDirectory directory;
    private final AuditTrail audit;
    private final SecurityIdentity identity;

    SetUpDesk(Jdbi jdbi, FarmTable table, FarmDirectory directory, AuditTrail audit, SecurityIdentity identity) {
        this.jdbi = jdbi;
        this.table = table;
        this.directory = directory;
        this.audit = audit;
        this.identity = identity;
    }

    Farm farm() {
        return directory.farm();
    }

    FarmTable table() {
        return table;
    }

    String user() {
        return identity.getPrincipal().getName();
    }

    /** Makes a domain object of what was entered; what the domain refuses is told with its reason. */
    <T> T check(String what, Supplier<T> make) {
        try {
            return make.get();
        } catch (IllegalArgumentException refused) {
            throw Refusal.of(400, what + ".invalid", UnfitException.reasonOf(refused));
        }
    }

    /** All of a kind, by id. */
    <D> List<Defined<D>> all(Kind kind, Class<D> type) {
        return table.all(kind, type).entrySet().stream()
                .map(entry -> new Defined<>(entry.getKey(), entry.getValue()))
                .toList();
    }

    /** Adds one or changes it. */
    <D> Defined<D> keep(Kind kind, String id, D definition, Consumer<Handle> write) {
        change(kind.word() + "-set", kind.word() + ":" + id, definition, write);
        return new Defined<>(id, definition);
    }

    /** Writes a change and the line in the audit trail together. */
    void change(String action, String subject, Object detail, Consumer<Handle> write) {
        try {
            jdbi.useTransaction(handle -> {
                write.accept(handle);
                audit.add(handle, user(), action, subject, Map.of("entered", detail));
            });
        } catch (JdbiException failure) {
            throw translated(failure);
        }
        directory.refresh();
    }

    /** Removes one; 404 where there is none and 409 where others hang on it. */
    void remove(Kind kind, String id) {
        try {
            boolean removed = jdbi.inTransaction(handle -> {
                audit.add(handle, user(), kind.word() + "-removed", kind.word() + ":" + id, Map.of());
                if (kind == Kind.ZONE) {
                    table.removeReckoned(handle, id);
                }
                return table.remove(handle, kind, id);
            });
            if (!removed) {
                throw unknown(kind.word(), id);
            }
        } catch (JdbiException failure) {
            throw translated(failure);
        }
        directory.refresh();
    }

    static WebApplicationException unknown(String what, String id) {
        return Refusal.of(
                404,
                what + ".unknown",
                Reason.of(ReasonCode.NOT_THERE).with("thing", what).with("id", id));
    }

    static <T> T known(Optional<T> found, String what, String id) {
        return found.orElseThrow(() -> unknown(what, id));
    }

    private static RuntimeException translated(JdbiException failure) {
        if (failure.getCause() instanceof SQLException sql
                && sql.getSQLState() != null
                && sql.getSQLState().startsWith(CLASS_OF_INTEGRITY_VIOLATIONS)) {
            return Refusal.of(409, "set-up.in-use", Reason.of(ReasonCode.IN_USE));
        }
        return failure;
    }
}
