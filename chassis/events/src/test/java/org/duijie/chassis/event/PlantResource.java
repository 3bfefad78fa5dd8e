package org.duijie.chassis.event;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.sql.SQLException;
import java.util.UUID;
import org.duijie.chassis.identity.Access;

/** Where a trace begins. */
@Path("/plants")
@RunOnVirtualThread
public class PlantResource {

    private final PlantService plants;

    @Inject
    PlantResource(PlantService plants) {
        this.plants = plants;
    }

    @POST
    @Path("/{id}")
    @Access(open = true)
    public void grow(@PathParam("id") UUID id) throws SQLException {
        plants.grow(id, 1, false);
    }
}
