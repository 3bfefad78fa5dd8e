package org.duijie.matching.proposal;

import java.util.UUID;
import org.duijie.chassis.event.DomainEvent;

/**
 * A change of a proposal, as the rest of the suite learns it, with the proposal's whole state. To ask again is to say
 * again what was not answered: {@code accepted} or {@code reserved}.
 */
record ProposalEvent(Proposal proposal, ProposalChange change) implements DomainEvent {

    @Override
    public String verb() {
        if (change.kind() != ProposalChange.Kind.ASKED_AGAIN) {
            return change.kind().verb();
        }
        return proposal.stage() == Stage.RESERVED
                ? ProposalChange.Kind.RESERVED.verb()
                : ProposalChange.Kind.ACCEPTED.verb();
    }

    @Override
    public UUID subject() {
        return proposal.id();
    }

    @Override
    public long version() {
        return proposal.version();
    }

    @Override
    public ProposalResponse state() {
        return ProposalResponse.of(proposal);
    }
}
