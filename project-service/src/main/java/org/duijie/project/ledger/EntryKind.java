package org.duijie.project.ledger;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Five different facts. A pledge is never counted as a receipt. */
@Schema(name = "LedgerEntryKind")
public enum EntryKind {
    /** 认捐: promised, to arrive by a day. */
    PLEDGE(Account.RECEIVABLE, Account.PLEDGED, "pledged"),
    /** 到账: arrived, of what was promised. */
    RECEIPT(Account.HELD, Account.RECEIVABLE, "received"),
    /** 超额到账: arrived beyond what was promised, and recorded as such. */
    EXCESS(Account.HELD, Account.EXCESS, "excess"),
    /** 拨付: spent on what it was given for. */
    DISBURSEMENT(Account.DISBURSED, Account.HELD, "disbursed"),
    /** 退回: given back. */
    RETURN(Account.RETURNED, Account.HELD, "returned");

    private final Account debit;
    private final Account credit;
    private final String sum;

    EntryKind(Account debit, Account credit, String sum) {
        this.debit = debit;
        this.credit = credit;
        this.sum = sum;
    }

    Account debit() {
        return debit;
    }

    Account credit() {
        return credit;
    }

    /** What all of its kind add up to is called so in the balances. */
    String sum() {
        return sum;
    }

    boolean arrives() {
        return this == RECEIPT || this == EXCESS;
    }

    boolean leaves() {
        return this == DISBURSEMENT || this == RETURN;
    }
}
