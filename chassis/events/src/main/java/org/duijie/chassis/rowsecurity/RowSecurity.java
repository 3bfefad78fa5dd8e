package org.duijie.chassis.rowsecurity;

import io.agroal.api.AgroalPoolInterceptor;
import io.quarkus.arc.Arc;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.postgresql.jdbc.PgConnection;

/**
 * Tells the database on whose behalf a connection works whenever one is taken from the pool. A connection that last
 * worked for the same caller is not told again, so that most need no round trip.
 */
@Singleton
public class RowSecurity implements AgroalPoolInterceptor {

    private static final String TELL = """
            select set_config('duijie.role', ?, false), set_config('duijie.divisions', ?, false),
                   set_config('duijie.offices', ?, false), set_config('duijie.organizations', ?, false),
                   set_config('duijie.caller', ?, false), set_config('duijie.platform', ?, false)
            """;

    private final CallerScope caller;
    private final Map<Connection, RowScope> told = new ConcurrentHashMap<>();
    private final ThreadLocal<Boolean> system = ThreadLocal.withInitial(() -> false);

    @Inject
    RowSecurity(CallerScope caller) {
        this.caller = caller;
    }

    /**
     * Runs what a request causes beyond its caller's own rows, such as telling other tenants of a change. The work's
     * transactions must begin and end inside: a connection that is already in use keeps its caller.
     */
    public <T> T asSystem(Supplier<T> work) {
        boolean outer = system.get();
        system.set(true);
        try {
            return work.get();
        } finally {
            system.set(outer);
        }
    }

    @Override
    public void onConnectionAcquire(Connection connection) {
        RowScope scope = current();
        try {
            PgConnection session = connection.unwrap(PgConnection.class);
            if (!scope.equals(told.get(session))) {
                told.remove(session);
                tell(session, scope);
                told.put(session, scope);
            }
        } catch (SQLException failed) {
            throw new IllegalStateException("The database could not be told who is calling", failed);
        }
    }

    @Override
    public void onConnectionDestroy(Connection connection) {
        try {
            told.remove(connection.unwrap(PgConnection.class));
        } catch (SQLException gone) {
            told.keySet().removeIf(session -> isClosed(session));
        }
    }

    private RowScope current() {
        boolean forSomebody = !system.get() && Arc.container().requestContext().isActive();
        return forSomebody ? caller.scope() : RowScope.OF_SYSTEM;
    }

    /** Outside of the transaction that may be about to begin: its rollback would take the settings back. */
    private static void tell(PgConnection session, RowScope scope) throws SQLException {
        boolean autoCommit = session.getAutoCommit();
        session.setAutoCommit(true);
        try (PreparedStatement tell = session.prepareStatement(TELL)) {
            tell.setString(1, scope.reach().name());
            tell.setString(2, list(scope.divisions()));
            tell.setString(3, list(scope.offices()));
            tell.setString(4, list(scope.organizations()));
            tell.setString(5, scope.caller());
            tell.setString(6, scope.platform());
            tell.execute();
        } finally {
            session.setAutoCommit(autoCommit);
        }
    }

    private static String list(Set<String> codes) {
        return String.join(",", codes);
    }

    private static boolean isClosed(Connection session) {
        try {
            return session.isClosed();
        } catch (SQLException unknown) {
            return true;
        }
    }
}
