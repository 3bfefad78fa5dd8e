package org.duijie.project.ledger;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Five different facts. A pledge is never counted as a receipt. */
@Schema(name = "LedgerEntryKind")
public enum EntryKind {
    /** 认捐: promised, to arrive by a day. */
    PLEDGE(Account.RECEIVABLE, Account.PLEDGED),
    /** 到账: arrived, of what was promised. */
    RECEIPT(Account.HELD, Account.RECEIVABLE),
    /** 超额到账: arrived beyond what was promised, and recorded as such. */
    EXCESS(Account.HELD, Account.EXCESS),
    /** 拨付: spent on what it was given for. */
    DISBURSEMENT(Account.DISBURSED, Account.HELD),
    /** 退回: given back. */
    RETURN(Account.RETURNED, Account.HELD);

    private final Account debit;
    private final Account credit;

    EntryKind(Account debit, Account credit) {
        this.debit = debit;
        this.credit = credit;
    }

    Account debit() {
        return debit;
    }

    Account credit() {
        return credit;
    }

    boolean arrives() {
        return this == RECEIPT || this == EXCESS;
    }

    boolean leaves() {
        return this == DISBURSEMENT || this == RETURN;
    }
}
