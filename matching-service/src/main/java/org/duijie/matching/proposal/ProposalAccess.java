package org.duijie.matching.proposal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import org.duijie.chassis.identity.CurrentUser;
import org.duijie.chassis.identity.Matter;
import org.duijie.chassis.identity.Role;
import org.duijie.matching.match.MatchProblem;
import org.duijie.matching.replica.NeedFact;
import org.duijie.matching.replica.OfferFact;

/**
 * Who may do what with a proposal. For the county its bureau acts, for the organization the organization, for either a
 * platform to which it delegated its proposals. The offices above the county see its proposals, an office that was told
 * of a silence sees that one, and whoever reads everything sees all; a proposal that the caller may not see does not exist
 * for them.
 */
@ApplicationScoped
class ProposalAccess {

    private final CurrentUser user;

    @Inject
    ProposalAccess(CurrentUser user) {
        this.user = user;
    }

    /** Lets propose whoever acts for the side, about what they may see of the other. */
    void requireProposing(Side side, NeedFact need, OfferFact offer) {
        boolean ofCounty = user.actsForDivision(need.divisionCode(), Matter.PROPOSALS);
        boolean ofOrganization = user.actsForOrganization(offer.creditCode(), Matter.PROPOSALS);
        if (!need.disclosed() && !ofCounty) {
            throw MatchProblem.NEED_NOT_FOUND.problem();
        }
        if (!offer.open() && !ofOrganization) {
            throw MatchProblem.OFFER_NOT_FOUND.problem();
        }
        if (side == Side.COUNTY ? !ofCounty : !ofOrganization) {
            throw user.refusal();
        }
    }

    /** Whoever may not see a proposal does not learn that there is one. */
    void requireSeeing(Proposal proposal) {
        boolean sees = user.readsEverything()
                || acts(Side.COUNTY, proposal)
                || acts(Side.ORGANIZATION, proposal)
                || user.oversees(proposal.divisionCode())
                || proposal.escalatedTo().filter(offices()::contains).isPresent();
        if (!sees) {
            throw ProposalProblem.NOT_FOUND.problem();
        }
    }

    /** The caller, acting for this side if it may, else for the other. */
    Actor actor(Proposal proposal, Side preferred) {
        Side side = acts(preferred, proposal) ? preferred : preferred.other();
        if (!acts(side, proposal)) {
            throw user.refusal();
        }
        return actor(side, code(side, proposal.divisionCode(), proposal.donor().creditCode()));
    }

    Actor actor(Side side, NeedFact need, OfferFact offer) {
        return actor(side, code(side, need.divisionCode(), offer.creditCode()));
    }

    private Actor actor(Side side, String code) {
        return user.delegation(code, Matter.PROPOSALS)
                .map(delegation -> new Actor(user.id(), side, code, delegation))
                .orElseGet(() -> new Actor(user.id(), side, null, null));
    }

    private static String code(Side side, String division, String creditCode) {
        return side == Side.COUNTY ? division : creditCode;
    }

    private boolean acts(Side side, Proposal proposal) {
        return side == Side.COUNTY
                ? user.actsForDivision(proposal.divisionCode(), Matter.PROPOSALS)
                : user.actsForOrganization(proposal.donor().creditCode(), Matter.PROPOSALS);
    }

    ProposalRepository.Sight sight() {
        return new ProposalRepository.Sight(
                user.readsEverything(),
                user.has(Role.COUNTY_BUREAU, Role.PARTNER_PLATFORM) ? user.divisions(Matter.PROPOSALS) : Set.of(),
                user.has(Role.ORGANIZATION, Role.PARTNER_PLATFORM) ? user.organizations(Matter.PROPOSALS) : Set.of(),
                offices());
    }

    private Set<String> offices() {
        return user.has(Role.SUPERIOR_OFFICE) ? user.divisions() : Set.of();
    }
}
