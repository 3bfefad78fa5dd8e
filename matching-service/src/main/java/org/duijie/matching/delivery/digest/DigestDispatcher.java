package org.duijie.matching.delivery.digest;

import io.quarkus.mailer.Mail;
import io.quarkus.mailer.reactive.ReactiveMailer;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.duijie.matching.delivery.sending.Mandate;
import org.duijie.matching.delivery.sending.RetrySchedule;
import org.jboss.logging.Logger;

/**
 * Mails what is due, one after the other: they all go by one server. Any number of instances do so side by side. A mail is
 * sent at least once; where it is sent again after a crash it has the same Message-ID.
 */
@ApplicationScoped
public class DigestDispatcher {

    private static final Logger LOG = Logger.getLogger(DigestDispatcher.class);
    private static final Duration LIMIT = Duration.ofSeconds(45);
    private static final int LONGEST_FAULT = 500;

    private final DigestConfig config;
    private final DigestClaims claims;
    private final DigestOutcomes outcomes;
    private final DigestComposer composer;
    private final DigestMails mails;
    private final ReactiveMailer mailer;
    private final Mandate mandate;
    private final DigestFigures figures;
    private final InstantSource clock;
    private final Context loop;
    private final RetrySchedule schedule = new RetrySchedule(RandomGenerator.getDefault());

    @Inject
    DigestDispatcher(
            DigestConfig config,
            DigestClaims claims,
            DigestOutcomes outcomes,
            DigestComposer composer,
            DigestMails mails,
            ReactiveMailer mailer,
            Mandate mandate,
            DigestFigures figures,
            InstantSource clock,
            Vertx vertx) {
        this.config = config;
        this.claims = claims;
        this.outcomes = outcomes;
        this.composer = composer;
        this.mails = mails;
        this.mailer = mailer;
        this.mandate = mandate;
        this.figures = figures;
        this.clock = clock;
        this.loop = vertx.getOrCreateContext();
    }

    /** Mails all that is due. */
    @Scheduled(
            every = "${duijie.delivery.mail-every:5s}",
            delayed = "10s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    public void mailWhatIsDue() throws SQLException {
        if (!config.enabled()) {
            return;
        }
        for (Optional<ClaimedDigest> due = claims.next(clock.instant());
                due.isPresent();
                due = claims.next(clock.instant())) {
            ClaimedDigest digest = due.get();
            switch (mandate.of(digest.platform(), digest.organization())) {
                case HOLDS -> mail(digest);
                case UNKNOWN -> outcomes.failed(digest, "delegations are not read yet", schedule.after(1, null));
                case ENDED -> outcomes.end(digest, "the delegation ended");
            }
        }
    }

    private void mail(ClaimedDigest digest) throws SQLException {
        try {
            if (digest.confirmed()) {
                mailMatter(digest);
            } else {
                String code = MailCode.fresh();
                send(mails.asking(digest, code));
                outcomes.asked(digest, MailCode.hash(code), clock.instant());
            }
        } catch (RuntimeException failed) {
            String fault = fault(failed);
            figures.refused();
            LOG.warnf("The digest %s could not be mailed: %s", digest.id(), fault);
            outcomes.failed(digest, fault, schedule.after(digest.attempt() + 1, null));
        }
    }

    private void mailMatter(ClaimedDigest digest) throws SQLException {
        ClaimedDigest.Matter matter = claims.matter(digest);
        if (!matter.isEmpty()) {
            DigestContent content = QuarkusTransaction.requiringNew().call(() -> composer.compose(digest, matter));
            send(mails.of(digest, matter, content));
        }
        QuarkusTransaction.requiringNew().call(() -> {
            outcomes.mailed(digest, matter, clock.instant());
            return digest.id();
        });
    }

    /** From an event loop: called from elsewhere, the client may miss the greeting of a server that is quick to give it. */
    private void send(Mail mail) {
        long begin = System.nanoTime();
        Uni.createFrom()
                .deferred(() -> mailer.send(mail))
                .runSubscriptionOn(command -> loop.runOnContext(ignored -> command.run()))
                .await()
                .atMost(LIMIT);
        figures.taken(Duration.ofNanos(System.nanoTime() - begin));
    }

    /** What the server said, in a line. */
    private static String fault(Throwable failed) {
        Throwable innermost = failed;
        while (innermost.getCause() != null) {
            innermost = innermost.getCause();
        }
        String said =
                String.valueOf(innermost.getMessage()).replaceAll("\\s+", " ").strip();
        return said.substring(0, Math.min(said.length(), LONGEST_FAULT));
    }
}
