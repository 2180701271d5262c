package io.milliwatt.vibration.adapter.rest;

import io.milliwatt.energy.Boards;
import io.milliwatt.energy.EnergyException;
import io.milliwatt.platform.problems.ProblemException;
import io.milliwatt.platform.security.Roles;
import io.milliwatt.vibration.adapter.db.NodeLedgerTable;
import io.milliwatt.vibration.energy.NodeEnergy;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What a machine's node spends: an estimate. */
@Path("/api/machines/{id}/energy")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.VIEWER, Roles.TECHNICIAN})
@Tag(name = "machines")
public class EnergyResource {

    private final KnownMachines known;
    private final NodeLedgerTable ledgers;
    private final String board;

    EnergyResource(
            KnownMachines known,
            NodeLedgerTable ledgers,
            @ConfigProperty(name = "milliwatt.energy.board", defaultValue = "m4-ble") String board) {
        this.known = known;
        this.ledgers = ledgers;
        this.board = board;
    }

    @GET
    @Operation(
            summary =
                    "Energy per day, mean power and battery life of the machine's node: an estimate with its constants")
    public EnergyView get(String id) {
        long node = known.nodeOf(known.get(id));
        try {
            return EnergyView.of(NodeEnergy.of(ledgers.of(node), Boards.named(board)));
        } catch (EnergyException refused) {
            throw new ProblemException(422, "energy.no-estimate", refused.getMessage());
        }
    }
}
