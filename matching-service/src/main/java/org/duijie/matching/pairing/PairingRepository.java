package org.duijie.matching.pairing;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

@ApplicationScoped
class PairingRepository implements PanacheRepositoryBase<Pairing, UUID> {

    List<Pairing> inOrder() {
        return list("order by countyCode, districtCode, id");
    }
}
