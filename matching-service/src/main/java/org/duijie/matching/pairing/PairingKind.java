package org.duijie.matching.pairing;

/** How two places are tied. */
public enum PairingKind {
    /** 对口支援. */
    COUNTERPART,
    /** 定点帮扶. */
    DESIGNATED,
    /** 结对共建. */
    TWINNED
}
