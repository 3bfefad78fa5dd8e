package org.duijie.chassis.rowsecurity;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.duijie.chassis.identity.Access;
import org.duijie.chassis.problem.RequestProblem;

/** Forgets every filter. */
@Path("/parcels")
@RunOnVirtualThread
public class ParcelResource {

    private final DataSource database;
    private final RowSecurity rows;

    @Inject
    ParcelResource(DataSource database, RowSecurity rows) {
        this.database = database;
        this.rows = rows;
    }

    @GET
    @Access(open = true)
    public List<String> list() throws SQLException {
        return names();
    }

    @GET
    @Path("/system")
    @Access(open = true)
    public List<String> listAsSystem() {
        return rows.asSystem(() -> QuarkusTransaction.requiringNew().call(this::names));
    }

    @DELETE
    @Access(open = true)
    public void deleteAll(@QueryParam("regretted") boolean regretted) {
        QuarkusTransaction.requiringNew().run(() -> {
            try (Connection connection = database.getConnection()) {
                connection.createStatement().executeUpdate("delete from parcel");
            } catch (SQLException failed) {
                throw new IllegalStateException(failed);
            }
            if (regretted) {
                throw RequestProblem.CONFLICT.problem();
            }
        });
    }

    List<String> names() throws SQLException {
        try (Connection connection = database.getConnection();
                ResultSet rows = connection.createStatement().executeQuery("select name from parcel order by name")) {
            List<String> names = new ArrayList<>();
            while (rows.next()) {
                names.add(rows.getString(1));
            }
            return names;
        }
    }
}
