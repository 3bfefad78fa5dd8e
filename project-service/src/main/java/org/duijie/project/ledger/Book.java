package org.duijie.project.ledger;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whose account of the matter. Each side keeps its own, and nobody writes into the other's. */
@Schema(name = "LedgerBook")
public enum Book {
    /** 捐赠方: the organization that gives or carries out. */
    DONOR,
    /** 受助方: the county. */
    COUNTY
}
