/** What the tests of every feature share. */
@NullMarked
package org.duijie.organization.testing;

import org.jspecify.annotations.NullMarked;
