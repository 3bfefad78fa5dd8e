package org.duijie.sample.load;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.duijie.sample.Json;
import org.duijie.sample.data.Organizations;
import org.duijie.sample.data.SampleOffer;
import org.duijie.sample.http.Listing;
import org.duijie.sample.http.Patience;
import org.duijie.sample.http.Session;
import org.duijie.sample.http.UnavailableException;

/** Opens offers as the leading-group office, for organizations that are already there. */
final class OfferLoader {
    private final Session office;
    private final OrganizationLoader organizations;
    private final Patience patience;
    private final Known known = new Known();

    OfferLoader(Session office, OrganizationLoader organizations, Patience patience) {
        this.office = office;
        this.organizations = organizations;
        this.patience = patience;
    }

    void readExisting() {
        Listing.read(office, patience, "/offers", found -> Mark.in(found).ifPresent(mark -> known.put(mark, found)));
    }

    int existing() {
        return known.size();
    }

    Outcome load(SampleOffer offer) {
        String organization = organizations.idOf(Organizations.at(offer.organization()));
        if (known.get(
                        offer.mark(),
                        () -> Mark.find(office, patience, "/offers?organization=" + organization, offer.mark()))
                .isPresent()) {
            return Outcome.FOUND;
        }
        try {
            known.put(
                    offer.mark(),
                    office.post("/offers", body(offer, organization))
                            .expect(201)
                            .body());
            return Outcome.LOADED;
        } catch (UnavailableException e) {
            known.doubt(offer.mark());
            throw e;
        }
    }

    private static ObjectNode body(SampleOffer offer, String organization) {
        ObjectNode body = Json.MAPPER.valueToTree(offer);
        body.remove(List.of("number", "organization", "creditCode"));
        return body.put("organizationId", organization);
    }
}
