package org.duijie.matching.subscription;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.LocalDate;
import org.duijie.matching.match.Basis;
import org.jspecify.annotations.Nullable;

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

    @Column
    private @Nullable String textModel;

    @Column
    private int attentionEdition;

    EvaluationBasis() {}

    EvaluationBasis(Basis basis) {
        this.id = THE_ONE;
        this.businessDay = basis.on();
        this.policyVersion = basis.policy().version();
        this.pairingEdition = basis.pairings().edition();
        this.textModel = basis.likeness().model();
        this.attentionEdition = basis.attention().edition();
    }

    LocalDate businessDay() {
        return businessDay;
    }

    int policyVersion() {
        return policyVersion;
    }

    @Nullable
    String textModel() {
        return textModel;
    }

    int attentionEdition() {
        return attentionEdition;
    }

    void moveTo(Basis basis) {
        businessDay = basis.on();
        policyVersion = basis.policy().version();
        pairingEdition = basis.pairings().edition();
        textModel = basis.likeness().model();
        attentionEdition = basis.attention().edition();
    }
}
