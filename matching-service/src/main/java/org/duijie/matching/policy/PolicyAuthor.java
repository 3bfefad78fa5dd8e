package org.duijie.matching.policy;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.hibernate.annotations.Immutable;

/** Who proposed a version. Apart from the policy, which is public. */
@Entity
@Immutable
class PolicyAuthor {

    @Id
    private int version;

    /** The subject of the token that it was proposed with. */
    @Column
    private String author;

    PolicyAuthor() {}

    PolicyAuthor(int version, String author) {
        this.version = version;
        this.author = author;
    }

    int version() {
        return version;
    }

    String author() {
        return author;
    }
}
