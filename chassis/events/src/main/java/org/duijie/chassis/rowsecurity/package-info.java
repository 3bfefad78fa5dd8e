/**
 * The second wall between tenants: the database itself is told on whose behalf a connection works, and hides the rows of
 * others even from a query that forgot to.
 */
@NullMarked
package org.duijie.chassis.rowsecurity;

import org.jspecify.annotations.NullMarked;
