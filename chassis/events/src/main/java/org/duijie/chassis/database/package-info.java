/** What services say to PostgreSQL that neither JDBC nor Hibernate has words for. */
@NullMarked
package org.duijie.chassis.database;

import org.jspecify.annotations.NullMarked;
