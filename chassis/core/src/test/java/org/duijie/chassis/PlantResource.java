package org.duijie.chassis;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.duijie.chassis.identity.CurrentUser;
import org.duijie.chassis.identity.Role;
import org.duijie.chassis.page.Page;
import org.duijie.chassis.page.PageRequest;
import org.duijie.chassis.problem.RequestProblem;

/** A resource as the services have them, to try the chassis on. */
@Path("/plants")
@RunOnVirtualThread
public class PlantResource {

    private static final List<Integer> PLANTS = IntStream.range(1, 6).boxed().toList();

    private final CurrentUser user;

    @Inject
    public PlantResource(CurrentUser user) {
        this.user = user;
    }

    public enum Kind {
        TREE,
        HERB
    }

    public record Leaf(@NotBlank String colour) {}

    public record Plant(
            @NotBlank @Size(max = 10) String name,
            @NotNull Kind kind,
            boolean tall,
            @NotNull List<@Valid Leaf> leaves) {}

    @POST
    public Plant plant(@NotNull @Valid Plant plant) {
        return plant;
    }

    @GET
    public Page<Integer> list(@BeanParam PageRequest page, @QueryParam("kind") String kind) {
        int after = page.after().map(Integer::valueOf).orElse(0);
        var rows =
                PLANTS.stream().filter(id -> id > after).limit(page.fetchSize()).toList();
        return Page.of(rows, page, id -> id, id -> id);
    }

    @GET
    @Path("/{id}")
    public String get(@PathParam("id") UUID id, @QueryParam("on") LocalDate on) {
        throw RequestProblem.CONFLICT.because("植物 " + id + " 已移走。", "The plant " + id + " was moved.");
    }

    @GET
    @Path("/weather")
    public String weather() {
        throw new IllegalStateException("jdbc:secret");
    }

    @GET
    @Path("/mine")
    public String mine(@QueryParam("county") String county) {
        user.require(Role.COUNTY_BUREAU, Role.SUPERIOR_OFFICE);
        return user.id() + " acts=" + user.actsForDivision(county) + " oversees=" + user.oversees(county);
    }
}
