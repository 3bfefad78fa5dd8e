/** A real PostgreSQL and a real Kafka broker on the loopback interface, for the local run and for tests. */
@NullMarked
package org.duijie.chassis.embedded;

import org.jspecify.annotations.NullMarked;
