package org.duijie.matching.subscription;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.LocalDate;

/** What the current matches were last evaluated with, besides the facts. There is one. */
@Entity
class EvaluationBasis {

    static final int THE_ONE = 1;

    @Id
    private int id;

    @Column
    private LocalDate businessDay;

    @Column
    private int policyVersion;

    @Column
    private int pairingEdition;

    EvaluationBasis() {}

    EvaluationBasis(LocalDate businessDay, int policyVersion, int pairingEdition) {
        this.id = THE_ONE;
        this.businessDay = businessDay;
        this.policyVersion = policyVersion;
        this.pairingEdition = pairingEdition;
    }

    boolean isOf(LocalDate day) {
        return businessDay.equals(day);
    }

    boolean isOfPolicy(int version) {
        return policyVersion == version;
    }

    boolean isOfPairings(int edition) {
        return pairingEdition == edition;
    }

    void moveTo(LocalDate day, int version, int edition) {
        businessDay = day;
        policyVersion = version;
        pairingEdition = edition;
    }
}
