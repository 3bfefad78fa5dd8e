package org.duijie.badhouse.setter;

import jakarta.persistence.Entity;

/** Breaks "setter". */
@Entity
public class Bean {
    private String name = "";

    public void setName(String name) {
        this.name = name;
    }

    public String name() {
        return name;
    }
}
