package org.duijie.chassis.event;

import io.quarkus.arc.ArcUndeclaredThrowableException;
import io.quarkus.narayana.jta.QuarkusTransactionException;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.RollbackException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import java.util.stream.Stream;
import org.duijie.chassis.problem.ProblemAnswers;
import org.duijie.chassis.problem.RequestProblem;
import org.hibernate.StaleStateException;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Says what a failure of the database means to the caller: try again, or somebody else was faster. */
@Singleton
public class StorageAnswers {

    private final ProblemAnswers answers;

    @Inject
    public StorageAnswers(ProblemAnswers answers) {
        this.answers = answers;
    }

    @ServerExceptionMapper({
        PersistenceException.class,
        SQLException.class,
        RollbackException.class,
        ArcUndeclaredThrowableException.class,
        QuarkusTransactionException.class,
        IllegalStateException.class
    })
    public Response toResponse(Throwable thrown, ContainerRequestContext request) {
        Throwable meaning = Stream.iterate(thrown, cause -> cause != null, Throwable::getCause)
                .limit(10)
                .map(StorageAnswers::meaning)
                .filter(found -> found != null)
                .findFirst()
                .orElse(thrown);
        return answers.toResponse(meaning, request);
    }

    @SuppressWarnings("NullAway") // null means: this cause says nothing
    private static Throwable meaning(Throwable cause) {
        return switch (cause) {
            case OptimisticLockException _ -> RequestProblem.CONFLICT.problem();
            case StaleStateException _ -> RequestProblem.CONFLICT.problem();
            case SQLException sql
            when isPassing(sql) -> RequestProblem.UNAVAILABLE.problem().withHeader("Retry-After", "5");
            case SQLException sql
            when "40001".equals(sql.getSQLState()) || "40P01".equals(sql.getSQLState()) ->
                RequestProblem.CONFLICT.problem();
            default -> null;
        };
    }

    /** Connection lost (08), shutting down or starting up (57P), out of resources (53), or no connection to be had. */
    private static boolean isPassing(SQLException sql) {
        String state = sql.getSQLState();
        return state == null || state.startsWith("08") || state.startsWith("57P") || state.startsWith("53");
    }
}
