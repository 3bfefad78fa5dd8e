package org.duijie.chassis.rowsecurity;

import java.util.Set;

/**
 * On whose behalf a connection works, as the policies of the tables see it. Each part is a session setting
 * {@code duijie.<name>}; the SQL functions of the same migration read them.
 *
 * @param divisions counties that the caller acts for
 * @param offices divisions whose lower ones the caller oversees
 * @param organizations credit codes that the caller acts for
 * @param caller the token's subject
 * @param platform the client id of a partner platform
 */
record RowScope(
        Reach reach,
        Set<String> divisions,
        Set<String> offices,
        Set<String> organizations,
        String caller,
        String platform) {

    enum Reach {
        /** Nobody's request: relay, listeners, clock, start. */
        SYSTEM,
        /** The leading group. */
        ALL,
        /** The supervisor: reads everything. */
        READER,
        /** Everybody else with a token. */
        TENANT,
        /** No token. */
        PUBLIC
    }

    static final RowScope OF_SYSTEM = new RowScope(Reach.SYSTEM, Set.of(), Set.of(), Set.of(), "", "");
    static final RowScope OF_PUBLIC = new RowScope(Reach.PUBLIC, Set.of(), Set.of(), Set.of(), "", "");
}
