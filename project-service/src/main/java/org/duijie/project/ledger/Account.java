package org.duijie.project.ledger;

/** Between which an entry moves an amount. */
enum Account {
    /** What was promised, all in all. */
    PLEDGED,
    /** What was promised and has not arrived. */
    RECEIVABLE,
    /** What has arrived beyond what was promised. */
    EXCESS,
    /** What has arrived and is neither spent nor given back. */
    HELD,
    DISBURSED,
    RETURNED
}
