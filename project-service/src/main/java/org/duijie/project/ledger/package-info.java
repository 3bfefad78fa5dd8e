/**
 * What was pledged, received, disbursed and returned, in two books that have to agree.
 *
 * <p>Read {@link org.duijie.project.ledger.Ledger} first, then {@code V063__create_ledger.sql}, which holds to the same.
 */
@NullMarked
package org.duijie.project.ledger;

import org.jspecify.annotations.NullMarked;
