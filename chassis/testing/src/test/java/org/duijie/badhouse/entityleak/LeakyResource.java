package org.duijie.badhouse.entityleak;

import jakarta.persistence.Entity;
import java.util.List;

/** Breaks "entity-leak": hands out its rows. */
public class LeakyResource {
    @Entity
    public static class Row {}

    public List<Row> rows() {
        return List.of();
    }
}
