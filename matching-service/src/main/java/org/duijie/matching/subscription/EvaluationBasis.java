package org.duijie.matching.subscription;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.LocalDate;
import java.util.Objects;
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

    EvaluationBasis() {}

    EvaluationBasis(LocalDate businessDay, int policyVersion, int pairingEdition, @Nullable String textModel) {
        this.id = THE_ONE;
        moveTo(businessDay, policyVersion, pairingEdition, textModel);
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

    boolean isOfTextModel(@Nullable String model) {
        return Objects.equals(textModel, model);
    }

    final void moveTo(LocalDate day, int version, int edition, @Nullable String model) {
        businessDay = day;
        policyVersion = version;
        pairingEdition = edition;
        textModel = model;
    }
}
