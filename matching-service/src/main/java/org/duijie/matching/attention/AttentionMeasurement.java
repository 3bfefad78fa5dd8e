package org.duijie.matching.attention;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** How attention was shared when it was looked at. Never changed; the newest is what rankings rest on. */
@Entity
@Immutable
public class AttentionMeasurement {

    /** Counts up with every measurement. */
    @Id
    private int number;

    /** Counts up when a county's lack is another than in the measurement before. */
    @Column
    private int edition;

    @Column
    private LocalDate measuredOn;

    @Column
    private Instant measuredAt;

    @Column
    private int policyVersion;

    /** How many open offers' rankings were counted. */
    @Column
    private int offerCount;

    /** How unevenly attention is shared as rankings are now, in parts per million: 0 for quite evenly. */
    @Column
    private int giniPpm;

    /** The same, were no county lifted. */
    @Column
    private int giniWithoutPpm;

    @Column
    @JdbcTypeCode(SqlTypes.JSON)
    private List<CountyAttention> counties;

    AttentionMeasurement() {}

    AttentionMeasurement(int number, Instant measuredAt, LocalDate measuredOn, Finding finding) {
        this.number = number;
        this.edition = finding.attention().edition();
        this.measuredOn = measuredOn;
        this.measuredAt = measuredAt;
        this.policyVersion = finding.policyVersion();
        this.offerCount = finding.offers();
        this.giniPpm = finding.giniPpm();
        this.giniWithoutPpm = finding.giniWithoutPpm();
        this.counties = List.copyOf(finding.counties());
    }

    /**
     * What a measurement comes to.
     *
     * @param attention what rankings rest on from then on
     * @param offers how many rankings were counted
     */
    public record Finding(
            MeasuredAttention attention,
            int policyVersion,
            int offers,
            int giniPpm,
            int giniWithoutPpm,
            List<CountyAttention> counties) {}

    MeasuredAttention attention() {
        return new MeasuredAttention(
                edition,
                counties.stream().collect(Collectors.toMap(CountyAttention::divisionCode, CountyAttention::lackPpm)));
    }

    int number() {
        return number;
    }

    public int edition() {
        return edition;
    }

    public LocalDate measuredOn() {
        return measuredOn;
    }

    public Instant measuredAt() {
        return measuredAt;
    }

    public int policyVersion() {
        return policyVersion;
    }

    public int offerCount() {
        return offerCount;
    }

    public int giniPpm() {
        return giniPpm;
    }

    public int giniWithoutPpm() {
        return giniWithoutPpm;
    }

    public List<CountyAttention> counties() {
        return counties;
    }
}
