/** What tests of a service need: the real infrastructure, callers of every role, and the rules of the house. */
@NullMarked
package org.duijie.chassis.testing;

import org.jspecify.annotations.NullMarked;
