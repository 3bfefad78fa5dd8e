/** Money on the wire and its exact amount in fen. */
@NullMarked
package org.duijie.organization.money;

import org.jspecify.annotations.NullMarked;
