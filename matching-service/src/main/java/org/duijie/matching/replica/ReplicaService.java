package org.duijie.matching.replica;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.List;
import org.duijie.chassis.event.IncomingEvent;
import org.duijie.chassis.event.PoisonEventException;

/** Takes facts in, by version: an older or equal state of the same thing changes nothing. */
@ApplicationScoped
public class ReplicaService {

    private final ReplicaRepository rows;
    private final Replica replica;
    private final Event<FactBatch> batches;
    private final Event<FactChanges> changed;

    @Inject
    ReplicaService(ReplicaRepository rows, Replica replica, Event<FactBatch> batches, Event<FactChanges> changed) {
        this.rows = rows;
        this.replica = replica;
        this.batches = batches;
        this.changed = changed;
    }

    /** Is an event of this type a fact? All are but those that answer proposals, which have a listener of their own. */
    static boolean hears(String type) {
        return !type.startsWith("org.duijie.reservation.") && !type.startsWith("org.duijie.project.");
    }

    /** Runs inside the transaction of the inbox and inside the replica's turn. */
    void take(List<IncomingEvent> events) {
        List<FactBatch.Arrival> arrivals = events.stream()
                .map(event -> new FactBatch.Arrival(read(event), Cause.of(event)))
                .toList();
        batches.fire(new FactBatch(arrivals, replica, rows, changed));
    }

    static Fact read(IncomingEvent event) {
        String[] type = event.type().split("\\.", -1);
        String aggregate = type.length == 5 && type[4].equals("v1") ? type[2] : "";
        StateMessage state =
                switch (aggregate) {
                    case "division" -> event.as(DivisionMessage.class);
                    case "need" -> event.as(NeedMessage.class);
                    case "organization" -> event.as(OrganizationMessage.class);
                    case "offer" -> event.as(OfferMessage.class);
                    default -> throw new PoisonEventException("No event that matching knows: " + event.type());
                };
        try {
            return state.fact(event.sequence());
        } catch (NullPointerException | ArithmeticException | IllegalArgumentException unusable) {
            throw new PoisonEventException("A member is missing or out of range: " + unusable.getMessage());
        }
    }
}
