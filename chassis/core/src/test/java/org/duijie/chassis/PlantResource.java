package org.duijie.chassis;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.duijie.chassis.identity.Access;
import org.duijie.chassis.identity.CurrentUser;
import org.duijie.chassis.identity.Matter;
import org.duijie.chassis.identity.Role;
import org.duijie.chassis.page.Page;
import org.duijie.chassis.page.PageRequest;
import org.duijie.chassis.patch.MergePatch;
import org.duijie.chassis.precondition.IfMatch;
import org.duijie.chassis.precondition.Versioned;
import org.duijie.chassis.problem.RequestProblem;
import org.jspecify.annotations.Nullable;

/** A resource as the services have them, to try the chassis on. */
@Path("/plants")
@RunOnVirtualThread
public class PlantResource {

    private static final List<Integer> PLANTS = IntStream.range(1, 6).boxed().toList();

    private final CurrentUser user;
    private final MergePatch patch;

    @Inject
    public PlantResource(CurrentUser user, MergePatch patch) {
        this.user = user;
        this.patch = patch;
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

    /** A plant of which there are versions. */
    public record Pot(
            @NotBlank @Size(max = 10) String name, @Nullable String note, long version) implements Versioned {}

    @GET
    @Path("/pots/{version}")
    @Access(open = true)
    public Pot pot(@PathParam("version") long version) {
        return new Pot("盆", null, version);
    }

    @PUT
    @Path("/pots/{version}")
    @Access(roles = Role.COUNTY_BUREAU)
    public Pot repot(@PathParam("version") long version, @BeanParam IfMatch ifMatch) {
        ifMatch.require(version);
        return new Pot("盆", null, version + 1);
    }

    @PATCH
    @Path("/pots/{version}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @Access(open = true)
    public Pot patch(@PathParam("version") long version, JsonNode change) {
        return patch.apply(new Pot("盆", "旧", version), change, Pot.class);
    }

    @POST
    @Access(open = true)
    public Plant plant(@NotNull @Valid Plant plant) {
        return plant;
    }

    @GET
    @Access(open = true)
    public Page<Integer> list(@BeanParam PageRequest page, @QueryParam("kind") String kind) {
        int after = page.after().map(Integer::valueOf).orElse(0);
        var rows =
                PLANTS.stream().filter(id -> id > after).limit(page.fetchSize()).toList();
        return Page.of(rows, page, id -> id, id -> id);
    }

    @GET
    @Access(open = true)
    @Path("/{id}")
    public String get(@PathParam("id") UUID id, @QueryParam("on") LocalDate on) {
        throw RequestProblem.CONFLICT.because("植物 " + id + " 已移走。", "The plant " + id + " was moved.");
    }

    @GET
    @Access(open = true)
    @Path("/weather")
    public String weather() {
        throw new IllegalStateException("jdbc:secret");
    }

    @GET
    @Path("/mine")
    @Access(roles = {Role.COUNTY_BUREAU, Role.SUPERIOR_OFFICE})
    public String mine(@QueryParam("county") String county) {
        return user.id() + " acts=" + user.actsForDivision(county, Matter.NEEDS) + " oversees=" + user.oversees(county);
    }
}
