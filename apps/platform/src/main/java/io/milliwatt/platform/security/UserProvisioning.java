package io.milliwatt.platform.security;

import io.milliwatt.platform.storage.SchemaReady;
import io.quarkus.arc.properties.IfBuildProperty;
import io.quarkus.elytron.security.common.BcryptUtil;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Makes the users that the environment names; a user who is there already is only touched when something changed. */
@ApplicationScoped
@IfBuildProperty(name = "milliwatt.platform.security", stringValue = "true")
class UserProvisioning {

    private static final Logger LOG = Logger.getLogger(UserProvisioning.class);

    private final Jdbi jdbi;
    private final Optional<String> users;

    UserProvisioning(Jdbi jdbi, @ConfigProperty(name = "milliwatt.users") Optional<String> users) {
        this.jdbi = jdbi;
        this.users = users;
    }

    private record Stored(String passwordHash, String role) {}

    void provision(@Observes SchemaReady event) {
        ConfiguredUser.parse(users.orElse("")).forEach(user -> jdbi.useTransaction(handle -> provision(handle, user)));
    }

    private static void provision(Handle handle, ConfiguredUser user) {
        Optional<Stored> stored = handle.createQuery("SELECT password_hash, role FROM app_user WHERE name = :name")
                .bind("name", user.name())
                .map((row, context) -> new Stored(row.getString("password_hash"), row.getString("role")))
                .findOne();
        boolean unchanged = stored.isPresent()
                && stored.get().role().equals(user.role())
                && BcryptUtil.matches(user.password(), stored.get().passwordHash());
        if (unchanged) {
            return;
        }
        handle.createUpdate(
                        "INSERT INTO app_user (name, password_hash, role) VALUES (:name, :hash, :role)"
                                + " ON CONFLICT (name) DO UPDATE SET password_hash = excluded.password_hash, role = excluded.role")
                .bind("name", user.name())
                .bind("hash", BcryptUtil.bcryptHash(user.password()))
                .bind("role", user.role())
                .execute();
        LOG.infof("The user %s (%s) was set up.", user.name(), user.role());
    }
}
