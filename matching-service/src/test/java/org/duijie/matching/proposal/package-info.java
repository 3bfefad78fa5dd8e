@NullMarked
package org.duijie.matching.proposal;

import org.jspecify.annotations.NullMarked;
