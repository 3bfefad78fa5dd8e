package org.duijie.badhouse.fieldinjection;

import jakarta.inject.Inject;

/** Breaks "field-injection". */
public class Needy {
    @Inject
    String hidden = "";
}
