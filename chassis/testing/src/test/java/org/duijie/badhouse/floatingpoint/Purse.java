package org.duijie.badhouse.floatingpoint;

import jakarta.persistence.Entity;

/** Breaks "floating-point". */
@Entity
public class Purse {
    double yuan;
}
