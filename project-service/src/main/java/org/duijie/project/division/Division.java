package org.duijie.project.division;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;

/** One code of GB/T 2260. Names are not unique and change: a division is known by its code only. */
@Entity
class Division {

    @Id
    private String code;

    @Version
    private long version = 1;

    @Embedded
    private DivisionFacts facts;

    /** For Hibernate only. */
    @SuppressWarnings("NullAway.Init")
    Division() {}

    Division(String code, DivisionFacts facts) {
        this.code = code;
        this.facts = facts;
    }

    /** Takes over what the list says now; tells whether that is anything new. */
    boolean redefine(DivisionFacts newFacts) {
        if (facts.equals(newFacts)) {
            return false;
        }
        facts = newFacts;
        return true;
    }

    String code() {
        return code;
    }

    long version() {
        return version;
    }

    DivisionFacts facts() {
        return facts;
    }
}
