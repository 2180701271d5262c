package io.milliwatt.vibration.adapter.rest;

import io.milliwatt.platform.problems.ProblemException;
import io.milliwatt.platform.security.Roles;
import io.milliwatt.platform.storage.NodeStateTable;
import io.milliwatt.vibration.adapter.db.MachineDirectory;
import io.milliwatt.vibration.adapter.live.LiveNews;
import io.milliwatt.vibration.adapter.view.MachineView;
import io.milliwatt.vibration.adapter.view.Views;
import io.milliwatt.vibration.machine.Machine;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The machines and how they are. */
@Path("/api/machines")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.VIEWER, Roles.TECHNICIAN})
@Tag(name = "machines")
public class MachineResource {

    private final MachineDirectory directory;
    private final KnownMachines known;
    private final NodeStateTable nodes;
    private final Views views;
    private final LiveNews news;

    MachineResource(MachineDirectory directory, KnownMachines known, NodeStateTable nodes, Views views, LiveNews news) {
        this.directory = directory;
        this.known = known;
        this.nodes = nodes;
        this.views = views;
        this.news = news;
    }

    @GET
    @Operation(summary = "All machines, the most urgent first")
    public List<MachineView> list() {
        return views.machines(directory.all());
    }

    @GET
    @Path("{id}")
    @Operation(summary = "One machine with its limits, its bearing's fault orders and its node")
    public MachineDetails get(String id) {
        return details(known.get(id));
    }

    @PUT
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.TECHNICIAN)
    @Operation(summary = "Add or change a machine; for technicians")
    public MachineDetails put(String id, @NotNull @Valid MachineRequest request) {
        Machine machine = checked(id, request);
        machine.nodeNumber().flatMap(node -> directory.otherWithNode(id, node)).ifPresent(other -> {
            throw new ProblemException(
                    409,
                    "node.taken",
                    "Node " + machine.node().getAsLong() + " is on the machine '" + other
                            + "'; take it off there first.");
        });
        directory.put(machine);
        news.changed(machine);
        return details(machine);
    }

    private static Machine checked(String id, MachineRequest request) {
        try {
            return request.toMachine(id);
        } catch (IllegalArgumentException invalid) {
            throw new ProblemException(400, "machine.invalid", invalid.getMessage());
        }
    }

    private MachineDetails details(Machine machine) {
        return MachineDetails.of(
                views.machine(machine),
                machine,
                machine.nodeNumber()
                        .flatMap(node -> nodes.of(List.of(node)).stream().findFirst()));
    }
}
