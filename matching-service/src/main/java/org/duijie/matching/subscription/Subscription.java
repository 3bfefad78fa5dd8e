package org.duijie.matching.subscription;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.duijie.matching.filter.Filter;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** An organization's standing wish to be told which needs match its offers, and the counter of what it was told. */
@Entity
class Subscription {

    @Id
    private UUID id;

    @Version
    @Column
    private int version;

    /** Credit code. */
    @Column
    private String organization;

    @Column
    private String name;

    @Column
    @JdbcTypeCode(SqlTypes.JSON)
    private List<String> fields;

    @Column
    @JdbcTypeCode(SqlTypes.JSON)
    private List<String> divisions;

    @Column
    @JdbcTypeCode(SqlTypes.JSON)
    private List<String> modes;

    @Column
    @JdbcTypeCode(SqlTypes.JSON)
    private List<String> categories;

    @Column
    private int minimumScorePpm;

    /** As it is printed. */
    @Column
    private @Nullable String filter;

    @Column
    private long wishVersion;

    /** Moved by the journal, which numbers many events at once. */
    @Column(updatable = false)
    private long lastNumber;

    @Column
    private Instant createdAt;

    Subscription() {}

    Subscription(Wish wish, String name, Instant createdAt) {
        this.id = wish.id();
        this.organization = wish.organization();
        this.name = name;
        this.fields = wish.fields();
        this.divisions = wish.divisions();
        this.modes = wish.modes();
        this.categories = wish.categories();
        this.minimumScorePpm = wish.minimumPpm();
        this.filter = written(wish.expression());
        this.wishVersion = 1;
        this.createdAt = createdAt;
    }

    /** Asks for something else from now on. What it was told stays told. */
    void change(Wish wish, String newName) {
        name = newName;
        fields = wish.fields();
        divisions = wish.divisions();
        modes = wish.modes();
        categories = wish.categories();
        minimumScorePpm = wish.minimumPpm();
        filter = written(wish.expression());
        wishVersion++;
    }

    private static @Nullable String written(Filter expression) {
        return expression.equals(Filter.ALL) ? null : expression.text();
    }

    Wish wish() {
        return new Wish(
                id,
                organization,
                fields,
                divisions,
                modes,
                categories,
                minimumScorePpm,
                Filter.parse(filter, "filter"));
    }

    /** What is asked for besides the lists, as it is printed; absent where nothing is. */
    @Nullable
    String filter() {
        return filter;
    }

    UUID id() {
        return id;
    }

    String organization() {
        return organization;
    }

    String name() {
        return name;
    }

    /** Counts the changes of what is asked for, not what is told: who changes the wish is not overtaken by an event. */
    long wishVersion() {
        return wishVersion;
    }

    /** The number of the last event told; 0 before the first. */
    long lastNumber() {
        return lastNumber;
    }

    Instant createdAt() {
        return createdAt;
    }
}
