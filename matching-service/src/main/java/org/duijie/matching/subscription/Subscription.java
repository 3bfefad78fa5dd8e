package org.duijie.matching.subscription;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.duijie.matching.filter.Filter;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** An organization's standing wish to be told of its matches, or of what it watches, and the counter of what it was told. */
@Entity
class Subscription implements Owned {

    private static final Wish NOTHING = new Wish(new UUID(0, 0), "", List.of(), List.of(), List.of(), List.of(), 0);

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
    @Enumerated(EnumType.STRING)
    private SubscriptionSubject subject;

    /** Credit codes of organizations, or ids of projects; none where it is matches that are asked for. */
    @Column
    @JdbcTypeCode(SqlTypes.JSON)
    private List<String> watched;

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

    Subscription(Asked asked, SubscriptionSubject subject, String name, Instant createdAt) {
        this.id = asked.id();
        this.organization = asked.organization();
        this.subject = subject;
        this.name = name;
        this.wishVersion = 1;
        this.createdAt = createdAt;
        ask(asked);
    }

    /** Asks for something else from now on. What it was told stays told. */
    void change(Asked asked, String newName) {
        name = newName;
        ask(asked);
        wishVersion++;
    }

    private void ask(Asked asked) {
        Wish wish = asked instanceof Wish one ? one : NOTHING;
        fields = wish.fields();
        divisions = wish.divisions();
        modes = wish.modes();
        categories = wish.categories();
        minimumScorePpm = wish.minimumPpm();
        filter = written(wish.expression());
        watched = asked instanceof Watch watch ? watch.watched() : List.of();
    }

    private static @Nullable String written(Filter expression) {
        return expression.equals(Filter.ALL) ? null : expression.text();
    }

    /** What it asks for. */
    Asked asked() {
        return subject == SubscriptionSubject.MATCHES ? wish() : new Watch(id, organization, watched);
    }

    /** What it asks of matches; everything where it is none that it asks for. */
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

    @Override
    public UUID id() {
        return id;
    }

    @Override
    public String organization() {
        return organization;
    }

    SubscriptionSubject subject() {
        return subject;
    }

    List<String> watched() {
        return watched;
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
