/** The matching policy: how much each factor weighs, by version. */
@NullMarked
package org.duijie.matching.policy;

import org.jspecify.annotations.NullMarked;
