package org.duijie.matching.pairing;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.LocalDate;
import java.util.UUID;
import org.duijie.chassis.text.Text;
import org.jspecify.annotations.Nullable;

/** A tie between a district that helps and a county that is helped: many to many, dated, and with its source. */
@Entity
public class Pairing {

    @Id
    private UUID id;

    @Column
    private String districtCode;

    @Column
    private String districtName;

    @Column
    private String countyCode;

    @Column
    private String countyName;

    @Column
    @Enumerated(EnumType.STRING)
    private PairingKind kind;

    /** First day, as exactly as the precision says; absent where no source dates it. */
    @Column
    private @Nullable LocalDate since;

    /** Last day; absent while no source gives an end. */
    @Column
    private @Nullable LocalDate until;

    @Column
    @Enumerated(EnumType.STRING)
    private SincePrecision precision;

    /** The date in the source's own words. */
    @Column
    private String statedAs;

    @Column
    private String source;

    @Column
    private String confidence;

    /** Which edition of the reference file stated it. */
    @Column
    private int edition;

    Pairing() {}

    Pairing(UUID id, PairingLine line, int edition) {
        this.id = id;
        this.districtCode = line.districtCode();
        this.districtName = line.districtName();
        this.countyCode = line.countyCode();
        this.countyName = line.countyName();
        this.kind = line.kind();
        this.since = line.since();
        this.until = line.until();
        this.precision = line.precision();
        this.statedAs = line.statedAs();
        this.source = line.source();
        this.confidence = line.confidence();
        this.edition = edition;
    }

    public boolean inForce(LocalDate day) {
        return (since == null || !day.isBefore(since)) && (until == null || !day.isAfter(until));
    }

    /** Does it begin or end after the one day and not after the other? On its last day it has not ended yet. */
    boolean turns(LocalDate after, LocalDate upTo) {
        return (since != null && since.isAfter(after) && !since.isAfter(upTo))
                || (until != null && !until.isBefore(after) && until.isBefore(upTo));
    }

    public UUID id() {
        return id;
    }

    public String districtCode() {
        return districtCode;
    }

    public String districtName() {
        return districtName;
    }

    public String countyCode() {
        return countyCode;
    }

    public String countyName() {
        return countyName;
    }

    PairingKind kind() {
        return kind;
    }

    @Nullable
    public LocalDate since() {
        return since;
    }

    @Nullable
    public LocalDate until() {
        return until;
    }

    SincePrecision precision() {
        return precision;
    }

    String statedAs() {
        return statedAs;
    }

    /** Since when, as far as a source says. */
    public Text begun() {
        return precision == SincePrecision.NOT_STATED
                ? Text.of("来源未载起始日期", "its source gives no date")
                : Text.of("起始日期据来源为“" + statedAs + "”", "its source dates it \"" + statedAs + "\"");
    }

    String source() {
        return source;
    }

    String confidence() {
        return confidence;
    }

    int edition() {
        return edition;
    }
}
