package org.duijie.badhouse.transaction;

import jakarta.transaction.Transactional;

/** Breaks "transaction": begins one below the commands. */
public class Repository {
    @Transactional
    public void save() {}
}
